import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { root } from '../lib/root.ts';
import { readRequest } from './function-request.ts';
import { makeFunction, type MakeDeps } from './make-function.ts';

/** What a new function changes, and what is made from that. */
const touched = [
  'functions/functions.json',
  'terraform/modules/region/policies.tf',
  'packages/api/src/routes.ts',
  'packages/api/openapi.json',
  'docs/api/errors.md',
  'packages/client/src/generated/api.ts',
  'pnpm-lock.yaml',
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(`${tmpdir()}/new-function-`);
  for (const path of touched) {
    await mkdir(dirname(`${folder}/${path}`), { recursive: true });
    await cp(`${root}/${path}`, `${folder}/${path}`);
  }
});
afterEach(() => rm(folder, { recursive: true }));

/** Every file of the folder with its content. */
const contents = async (): Promise<Record<string, string>> => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile());
  const entries = files.map(async ({ parentPath, name }) => {
    const path = `${parentPath}/${name}`;
    return [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
};

/** Makes a function behind the API; the command whose text includes `failing` fails. */
const make = async (failing = 'no command') => {
  const commands: string[] = [];
  const runCommand: MakeDeps['runCommand'] = async (command) => {
    commands.push(command.slice(-2).join(' '));
    return command.join(' ').includes(failing) ? 1 : 0;
  };
  const deps: MakeDeps = { root: folder, runCommand, install: ['pnpm', 'install'] };
  const plan = await makeFunction(deps, readRequest('tracking', { trigger: 'http' }));
  return { plan, commands };
};

describe('A new function', () => {
  test('is written, generated from and linked, in this order', async () => {
    const { plan, commands } = await make();

    expect(commands.map((command) => command.replace(process.execPath, 'node'))).toEqual([
      'node packages/api/src/generate.ts',
      'node packages/client/src/generate.ts',
      'pnpm install',
    ]);
    const found = await contents();
    for (const [path, content] of [...plan.made, ...plan.changed])
      expect(found[path]).toBe(content);
    expect(Object.keys(found)).toHaveLength(touched.length + plan.made.size);
  });

  test.each(['packages/client/src/generate.ts', 'install'])(
    'leaves nothing behind when %s fails',
    async (failing) => {
      const before = await contents();

      await expect(make(failing)).rejects.toThrow(`${failing} failed. Nothing was made.`);

      expect(await contents()).toEqual(before);
      expect(existsSync(`${folder}/functions/tracking`)).toBe(false);
    },
  );

  test('is not made over a file that is there', async () => {
    await mkdir(`${folder}/packages/api/src/routes`, { recursive: true });
    await cp(`${root}/README.md`, `${folder}/packages/api/src/routes/get-tracking.ts`);
    const before = await contents();

    await expect(make()).rejects.toThrow(
      'There is packages/api/src/routes/get-tracking.ts already',
    );

    expect(await contents()).toEqual(before);
  });
});
