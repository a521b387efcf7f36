import { expect, test } from '@jest/globals';
import { mailDifferences } from './mail-differences.ts';

const mail = (...lines: string[]) => lines.map((line) => `<p class="a">${line}</p>`).join('');

test.each([
  ['nothing', mail('One', 'Two'), mail('One', 'Two'), []],
  ['looks alone', mail('One'), mail('One').replace('"a"', '"b"'), []],
  ['a line that goes', mail('One', 'Two', 'Three'), mail('One', 'Three'), ['- Two']],
  ['a line that comes', mail('One'), mail('Zero', 'One', 'Two'), ['+ Zero', '+ Two']],
  ['other words', mail('Hello', 'Two'), mail('Dear', 'Two'), ['- Hello', '+ Dear']],
  ['everything', '', mail('One'), ['+ One']],
  ['styles', '<style>a{}</style>x', '<style>b{}</style>x', []],
])('A reader sees of %s', (_, before, after, lines) => {
  expect(mailDifferences(before, after)).toEqual(lines);
});
