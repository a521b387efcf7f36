import { readJsonFile } from '@bbws/local-aws/json-file';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { runCommand } from '../testing/run-command.ts';
import { askedOf } from './asked-of.ts';
import { readPage } from './page.ts';
import { listFiles, pageAt } from './repository.ts';

const PackageFile = v.object({ scripts: v.record(v.string(), v.string()) });
const { scripts } = readJsonFile(new URL('../../package.json', import.meta.url), PackageFile);

// The arguments of `pnpm test` are Jest's.
const asked = listFiles('*.md')
  .map(pageAt)
  .flatMap(askedOf)
  .filter(({ name }) => name !== 'test' && name in scripts);

const helps = new Map<string, string>();
beforeAll(async () => {
  await Promise.all(
    [...new Set(asked.map(({ name }) => name))].map(async (name) => {
      const script = scripts[name]?.split(' ').at(-1) ?? '';
      helps.set(name, (await runCommand(script, ['--help'])).stdout);
    }),
  );
});

describe('What pages ask of a command', () => {
  test('is found in sentences and in blocks, without comments', () => {
    const page = readPage(
      'a.md',
      'Use `pnpm dlq peek --queue pdf` or:\n\n```sh\npnpm demo --orders 2 # --no\n```',
    );

    expect(askedOf(page)).toEqual([
      { at: 'a.md:1', name: 'dlq', subcommand: 'peek', options: ['--queue'] },
      { at: 'a.md:4', name: 'demo', options: ['--orders'] },
    ]);
  });

  test('is what its help knows', () => {
    const unknown = asked.flatMap(({ at, name, subcommand, options }) => {
      const help = helps.get(name) ?? '';
      const wanted = [...options, ...(subcommand === undefined ? [] : [subcommand])];
      return wanted
        .filter((word) => !new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(help))
        .map((word) => `${at} asks ${word} of pnpm ${name}`);
    });

    expect(asked.length).toBeGreaterThan(50);
    expect(unknown).toEqual([]);
  });
});
