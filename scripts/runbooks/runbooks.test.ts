import { errorCatalogue } from '@bbws/domain/error-catalogue';
import { RejectionCode } from '@bbws/domain/rejection';
import { describe, expect, test } from '@jest/globals';
import type { Page } from '../docs/page.ts';
import { listFiles, pageAt, readFile } from '../docs/repository.ts';
import { alarmAnchors } from './alarm-anchors.ts';
import { runElsewhere } from './run-elsewhere.ts';
import { accountMark, commandsOf } from './runbook-commands.ts';

const pages = listFiles('docs/runbooks/*.md').map(pageAt);
const terraform = listFiles('terraform/*.tf')
  .filter((path) => !path.includes('/tests/'))
  .map((path) => ({ path, text: readFile(path) }));

/** The code in a section's text, such as the codes of a table. */
const codesIn = (page: string, section: string): string[] => {
  const { headings, code } = pageAt(page);
  const index = headings.findIndex(({ anchor }) => anchor === section);
  const [from = 0, to = Infinity] = [headings[index]?.line, headings[index + 1]?.line];
  return code.filter(({ line }) => line > from && line < to).map(({ text }) => text);
};
const isCode = (text: string): boolean => /^[A-Z][A-Z]+(?:_[A-Z]+)+$/.test(text);

describe('The monitoring runbook', () => {
  test('has a paragraph for each alarm that Terraform makes, and none for what is no alarm', () => {
    const { headings } = pageAt('docs/runbooks/monitoring.md');
    const paragraphs = headings.filter(({ depth }) => depth === 3).map(({ anchor }) => anchor);

    expect(paragraphs.toSorted()).toEqual([...alarmAnchors(terraform)].toSorted());
  });
});

describe('The troubleshooting runbook', () => {
  const page = 'docs/runbooks/troubleshooting.md';

  test('names every reason for which an order is rejected', () => {
    expect(codesIn(page, 'the-order-failed').filter(isCode)).toEqual(
      expect.arrayContaining(RejectionCode.options),
    );
  });

  test('explains no code that the API does not have', () => {
    const codes = codesIn(page, 'what-the-api-answers').filter(isCode);

    expect(codes.length).toBeGreaterThan(10);
    expect(Object.keys(errorCatalogue)).toEqual(
      expect.arrayContaining(codes.filter((code) => code !== 'ORDER_UPDATE_GROUPS')),
    );
  });
});

/** What only an account has. */
const outside = ['aws', 'gh', 'terraform', 'openssl s_client'];
const asksOutside = (text: string): boolean =>
  text.split(/[|;(]\s*(?:do )?/).some((part) => outside.some((one) => part.startsWith(`${one} `)));
/** The local AWS keeps no versions, of objects or of functions. */
const alsoOutside = [
  'pnpm templates rollback',
  'pnpm canary',
  'export AWS_PROFILE',
  'KEY=',
  'rm order.json',
];

/** Blocks of commands that are run and not followed, under the same heading, by what they print. */
const silentBlocks = (page: Page): string[] => {
  const blocks = page.code.filter(({ block }) => block !== undefined);
  return blocks.flatMap(({ text, line, block }, index) => {
    if (block?.language !== 'sh' || text.startsWith(accountMark)) return [];
    const next = blocks[index + 1];
    const isFollowed =
      next?.block?.language === '' &&
      !page.headings.some((heading) => heading.line > line && heading.line < next.line);
    return isFollowed ? [] : [`${page.path}:${line}`];
  });
};

test('What commands print is shown behind them', () => {
  expect(pages.flatMap(silentBlocks)).toEqual([]);
});

describe('A command in a runbook', () => {
  test.each(pages.flatMap(commandsOf).map((one) => [`${one.page}:${one.line}`, one] as const))(
    'says that it needs an account when it does, and only then: %s',
    (_, { text, needsAccount }) => {
      const excused = alsoOutside.some((one) => text.startsWith(one));

      expect(needsAccount).toBe(asksOutside(text) || excused);
      // What is to be filled in is in capitals: nobody can paste an ellipsis.
      expect(text).not.toContain('…');
    },
  );

  test.each(runElsewhere)('is run by another test: $begins', ({ test: file, proof }) => {
    expect(readFile(file)).toContain(proof);
  });
});
