import { describe, expect, test } from '@jest/globals';
import { brokenLinks, type Repository } from './broken-links.ts';
import { missingPages } from './named-pages.ts';
import { readPage } from './page.ts';
import { unknownCommands } from './unknown-commands.ts';
import { unreachable } from './unreachable.ts';

const repositoryOf = (texts: Readonly<Record<string, string>>, others: readonly string[] = []) => {
  const pages = Object.entries(texts).map(([path, text]) => readPage(path, text));
  const paths = [...Object.keys(texts), ...others];
  return {
    pages: new Map(pages.map((page) => [page.path, page])),
    exists: (path: string) => paths.includes(path),
  } satisfies Repository;
};

describe('Of links', () => {
  test.each([
    ['a page beside it', '[a](b.md)'],
    ['a page above it', '[a](../README.md)'],
    ['a heading of another page', '[a](b.md#its-part)'],
    ['a heading of its own', '[a](#here)'],
    ['a folder', '[a](../src/)'],
    ['a line of a source file', '[a](../src/a.ts#L10)'],
    ['another site', '[a](https://example.com/missing.md#x) <mailto:a@example.com>'],
  ])('those to %s are whole', (_, link) => {
    const repository = repositoryOf(
      { 'README.md': '', 'docs/a.md': `# Here\n\n${link}`, 'docs/b.md': '# Its part' },
      ['src', 'src/a.ts'],
    );

    expect(brokenLinks(repository)).toEqual([]);
  });

  test.each([
    ['a missing page', '[a](c.md)', 'docs/a.md:1 links to c.md: there is no docs/c.md'],
    [
      'a missing heading',
      '[a](b.md#part)',
      'docs/a.md:1 links to b.md#part: docs/b.md has no heading #part',
    ],
    [
      'what is outside of the repository',
      '[a](../../b.md)',
      'docs/a.md:1 links to ../../b.md: it lies outside of the repository',
    ],
  ])('those to %s are named', (_, link, words) => {
    const repository = repositoryOf({ 'docs/a.md': link, 'docs/b.md': '# Its part' });

    expect(brokenLinks(repository)).toEqual([words]);
  });
});

test('A page is found by a chain of links, a folder by its README.md, and what nobody links to is named', () => {
  const { pages } = repositoryOf({
    'README.md': '[a](docs/a.md) [adr](docs/adr/)',
    'docs/a.md': '[b](b.md)',
    'docs/b.md': '![p](p.png)',
    'docs/adr/README.md': '[one](1.md)',
    'docs/adr/1.md': '',
    'docs/adr/2.md': '[a](../a.md)',
  });
  const files = [...pages.keys(), 'docs/p.png', 'docs/q.png'];

  expect(unreachable(pages, 'README.md', files)).toEqual(['docs/adr/2.md', 'docs/q.png']);
});

describe('Of commands', () => {
  test('those that package.json has, and pnpm’s own, are known', () => {
    const page = readPage(
      'a.md',
      '`pnpm demo`, `pnpm -s check:all --json` `pnpm install` pnpm nonsense',
    );

    expect(unknownCommands([page], ['demo', 'check:all'])).toEqual([]);
  });

  test('others are named, with their line', () => {
    const page = readPage(
      'a.md',
      '```sh\npnpm demo\nnpx --yes pnpm@10 dmeo   # pnpm -s chekc\n```',
    );

    expect(unknownCommands([page], ['demo'])).toEqual([
      'a.md:3 names pnpm dmeo: package.json has no such script',
      'a.md:3 names pnpm chekc: package.json has no such script',
    ]);
  });
});

describe('Of pages that source files name', () => {
  const repository = repositoryOf({ 'docs/a.md': '# Part' });

  test('those that exist are fine', () => {
    const text = '// docs/a.md#part\nurl = "${var.url}/blob/main/docs/a.md"\nown/docs/b.md';

    expect(missingPages(repository, 'x.tf', text)).toEqual([]);
  });

  test('those that do not are named', () => {
    expect(missingPages(repository, 'x.ts', '\n// see docs/b.md, docs/a.md#whole')).toEqual([
      'x.ts:2 names docs/b.md: there is no docs/b.md',
      'x.ts:2 names docs/a.md: docs/a.md has no heading #whole',
    ]);
  });
});
