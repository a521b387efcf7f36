import { expect, test } from '@jest/globals';
import { newLinkKey } from './new-link-key.ts';

test('every link key is another one', () => {
  const keys = Array.from({ length: 1000 }, newLinkKey);

  expect(new Set(keys).size).toBe(1000);
});
