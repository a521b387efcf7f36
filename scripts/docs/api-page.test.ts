import { RejectionCode } from '@bbws/domain/rejection';
import { expect, test } from '@jest/globals';
import { pageAt } from './repository.ts';

test('The page for integrators explains every reason for which an order is rejected, and no other', () => {
  const { code } = pageAt('docs/api/README.md');

  const explained = code.map(({ text }) => text).filter((text) => /^CART_[A-Z_]+$/.test(text));

  expect(explained.toSorted()).toEqual(RejectionCode.options.toSorted());
});
