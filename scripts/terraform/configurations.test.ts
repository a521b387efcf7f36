import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bootstrapOf, examine, rootOf, type Wanted } from './configurations.ts';
import type { Steps } from './steps.ts';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(`${tmpdir()}/plans-`);
});
afterAll(() => rm(out, { recursive: true }));

/** Steps of which those in `failing` fail; a test prints its result, a plan is shown as its own name. */
const stepsWith = (failing: readonly string[]) => {
  const run: string[] = [];
  const steps: Steps = {
    step: (name) => {
      run.push(name);
      const stdout = name.endsWith('test') ? 'Success! 12 passed, 0 failed.' : name;
      return Promise.resolve({ ok: !failing.includes(name), stdout, output: stdout });
    },
    failed: () => [],
  };
  return { run, steps };
};

const all: Wanted = {
  configuration: rootOf('/terraform'),
  wishes: { validate: true, test: true, plan: ['dev'] },
};

describe('A configuration', () => {
  test('is initialised, validated, tested and planned', async () => {
    const { run, steps } = stepsWith([]);

    const passed = await examine(steps, [all], out);

    expect(run).toEqual([
      'terraform: init',
      'terraform: validate',
      'terraform: test',
      'terraform: plan dev',
      'terraform: show dev',
    ]);
    expect(passed).toBe(12);
    expect(await readFile(`${out}/dev.plan.json`, 'utf8')).toBe('terraform: show dev');
  });

  test.each([
    ['init', ['terraform: init']],
    ['validate', ['terraform: init', 'terraform: validate']],
    [
      'plan dev',
      ['terraform: init', 'terraform: validate', 'terraform: test', 'terraform: plan dev'],
    ],
  ])('whose %s fails goes no further', async (failing, expected) => {
    const { run, steps } = stepsWith([`terraform: ${failing}`]);

    await examine(steps, [all], out);

    expect(run).toEqual(expected);
  });

  test('does not suffer from the failure of another', async () => {
    const { steps } = stepsWith(['terraform: init']);
    const bootstrap = { ...all, configuration: bootstrapOf('/terraform') };

    expect(await examine(steps, [all, bootstrap], out)).toBe(12);
    expect(await readFile(`${out}/bootstrap-dev.plan.json`, 'utf8')).toBe('bootstrap: show dev');
  });
});
