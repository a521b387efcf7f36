import { expect, test } from '@jest/globals';
import { placeholders } from './placeholders.ts';

const linesOf = (...lines: string[]) => placeholders('prod.tfvars', lines.join('\n'));

test('every marked line is named, with its number', () => {
  const found = linesOf(
    'environment = "prod"',
    'regions = {',
    '  cart = "https://cart.bbws.io" # placeholder',
    '}',
    '# placeholder, all of it',
  );

  expect(found).toEqual([
    'prod.tfvars:3: cart = "https://cart.bbws.io" # placeholder',
    'prod.tfvars:5: # placeholder, all of it',
  ]);
});

test('a value that says so itself is named without a mark', () => {
  expect(linesOf('zone = "Z00000000000PLACEHOLDER"')).toHaveLength(1);
});

test('what the file says of placeholders is no placeholder', () => {
  expect(linesOf('# Placeholders, marked so, have the right form.')).toEqual([]);
});
