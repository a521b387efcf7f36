import { expect, test } from '@jest/globals';
import { DomainError } from './domain-error.ts';

test('an error has its code and its message', () => {
  const code = 'ORDER_NOT_FOUND';

  const error = new DomainError(code, 'There is no such order.');

  expect(error).toMatchObject({
    name: 'DomainError',
    code: 'ORDER_NOT_FOUND',
    message: 'There is no such order.',
  });
});

test('an error has no details unless some are given', () => {
  const code = 'ORDER_NOT_FOUND';

  const error = new DomainError(code, 'There is no such order.');

  expect(error.details).toEqual({});
});

test('an error keeps the details that it is given', () => {
  const details = { retryAfterSeconds: 5 };

  const error = new DomainError('ORDER_NOT_RECORDED', 'The order is not recorded yet.', details);

  expect(error.details).toEqual({ retryAfterSeconds: 5 });
});
