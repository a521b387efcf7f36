import { describe, expect, test } from '@jest/globals';
import { readPage } from './page.ts';

const text = `# The title

## What \`it\` says, and why?

See [there](other.md#part), ![a picture](a.png) and \`pnpm demo\`.

## What it says, and why?

| A              | B                 |
| -------------- | ----------------- |
| [c](c.md "c")  | [d][somewhere]    |

[somewhere]: d.md

\`\`\`sh
pnpm start
pnpm test
\`\`\`

\`\`\`
[not a link](nowhere.md)
\`\`\`
`;

describe('A page', () => {
  const page = readPage('docs/a.md', text);

  test('has an anchor for each heading, as GitHub makes them', () => {
    expect(page.headings.map(({ depth, anchor, line }) => [depth, anchor, line])).toEqual([
      [1, 'the-title', 1],
      [2, 'what-it-says-and-why', 3],
      [2, 'what-it-says-and-why-1', 7],
    ]);
  });

  test('has links, in tables, definitions and pictures too, and none in its code', () => {
    expect(page.links.map(({ to, line }) => [to, line])).toEqual([
      ['other.md#part', 5],
      ['a.png', 5],
      ['c.md', 11],
      ['d.md', 13],
    ]);
  });

  test('has code, with the line on which it begins', () => {
    expect(page.code).toEqual([
      { text: 'it', line: 3 },
      { text: 'pnpm demo', line: 5 },
      { text: 'pnpm start\npnpm test', line: 16, block: { language: 'sh' } },
      { text: '[not a link](nowhere.md)', line: 21, block: { language: '' } },
    ]);
  });
});
