import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Outcome } from './run-terraform.ts';
import { makeSteps } from './steps.ts';

const ok: Outcome = { ok: true, stdout: '', output: '' };
const terraform = { program: 'terraform' };
const withoutTime = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/\d+\.\d s/, 'T'));

describe('Steps', () => {
  test('are run two at a time, in the order in which they come', async () => {
    const begun: string[] = [];
    let running = 0;
    let most = 0;
    const run = async (_: unknown, folder: string) => {
      begun.push(folder);
      running += 1;
      most = Math.max(most, running);
      await delay(5);
      running -= 1;
      return ok;
    };
    const steps = makeSteps({ terraform, run, isStopped: () => false, say: () => undefined });

    await Promise.all(['a', 'b', 'c', 'd'].map((name) => steps.step(name, name, [])));

    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    expect(most).toBe(2);
  });

  test('say how each went, and what a failed one printed', async () => {
    const lines: string[] = [];
    const run = (_: unknown, folder: string) =>
      Promise.resolve(folder === 'bad' ? { ok: false, stdout: '', output: 'Error: no\n' } : ok);
    const steps = makeSteps({
      terraform,
      run,
      isStopped: () => false,
      say: (line) => lines.push(line),
    });

    await steps.step('root: init', 'good', []);
    await steps.step('root: test', 'bad', []);

    expect(withoutTime(lines)).toEqual([
      'ok     root: init (T)',
      'FAILED root: test (T)',
      'Error: no',
    ]);
    expect(steps.failed()).toEqual(['root: test']);
  });

  test('are not begun after a stop, which is no failure of theirs', async () => {
    const run = () => Promise.reject(new Error('it was begun'));
    const steps = makeSteps({ terraform, run, isStopped: () => true, say: () => undefined });

    const outcome = await steps.step('root: init', 'root', []);

    expect(outcome.ok).toBe(false);
    expect(steps.failed()).toEqual([]);
  });
});
