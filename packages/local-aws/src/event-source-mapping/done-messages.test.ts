import { describe, expect, test } from '@jest/globals';
import { receivedMessage } from '../testing/received-message.ts';
import { doneMessages } from './done-messages.ts';

const batch = ['a', 'b', 'c'].map((id) => receivedMessage(id));

const doneIds = (payload: unknown) =>
  doneMessages({ ok: true, payload }, batch).map(({ MessageId }) => MessageId);

const failures = (...identifiers: unknown[]) => ({
  batchItemFailures: identifiers.map((itemIdentifier) => ({ itemIdentifier })),
});

describe('a batch response', () => {
  test.each([
    ['undefined', undefined],
    ['null', null],
    ['an empty object', {}],
    ['an object with other keys only', { failures: ['b'] }],
    ['an empty list', failures()],
    ['a null list', { batchItemFailures: null }],
    ['an undefined list', { batchItemFailures: undefined }],
  ])('of %s means that all messages are done', (_, payload) => {
    expect(doneIds(payload)).toEqual(['a', 'b', 'c']);
  });

  test.each([
    ['one message', ['b'], ['a', 'c']],
    ['several messages', ['a', 'c'], ['b']],
    ['all messages', ['c', 'b', 'a'], []],
    ['a message twice', ['b', 'b'], ['a', 'c']],
  ])('that names %s means that the others are done', (_, failed, done) => {
    expect(doneIds(failures(...failed))).toEqual(done);
  });

  test('may have keys that nobody asked for', () => {
    const response = { batchItemFailures: [{ itemIdentifier: 'b', why: 'no' }], took: 1 };

    expect(doneIds(response)).toEqual(['a', 'c']);
  });

  test.each([
    ['an empty identifier', failures('')],
    ['an empty identifier beside a known one', failures('b', '')],
    ['a null identifier', failures(null)],
    ['an undefined identifier', failures(undefined)],
    ['an unknown identifier', failures('z')],
    ['an unknown identifier beside a known one', failures('b', 'z')],
    ['the receipt handle for an identifier', failures('receipt-b')],
    ['an identifier in capitals', failures('B')],
    ['a space after the identifier', failures('b ')],
    ['a number for an identifier', failures(7)],
    ['a list for an identifier', failures(['b'])],
    ['a wrong key for the identifier', { batchItemFailures: [{ messageId: 'b' }] }],
    ['an entry that is empty', { batchItemFailures: [{}] }],
    ['an entry that is null', { batchItemFailures: [null] }],
    ['an entry that is a text', { batchItemFailures: ['b'] }],
    ['an entry that is a list', { batchItemFailures: [['b']] }],
    ['a list that is an object', { batchItemFailures: { itemIdentifier: 'b' } }],
    ['a list that is a text', { batchItemFailures: 'b' }],
    ['a list that is a number', { batchItemFailures: 0 }],
    ['a list that is false', { batchItemFailures: false }],
    ['a list for the whole', [{ itemIdentifier: 'b' }]],
    ['an empty list for the whole', []],
    ['a text', 'done'],
    ['an empty text', ''],
    ['the right answer as a text', JSON.stringify(failures('b'))],
    ['a number', 1],
    ['zero', 0],
    ['true', true],
    ['false', false],
  ])('with %s means that no message is done', (_, payload) => {
    expect(doneIds(payload)).toEqual([]);
  });
});

test('A message that is in a batch twice is done, or not, as one', () => {
  const twice = [...batch, receivedMessage('b', { ReceiptHandle: 'receipt-b-again' })];

  const done = doneMessages({ ok: true, payload: failures('b') }, twice);

  expect(done.map(({ MessageId }) => MessageId)).toEqual(['a', 'c']);
});

test.each(['Error', 'Sandbox.Timedout', 'Runtime.ExitError'])(
  'a failed invocation (%s) means that no message is done',
  (errorType) => {
    const error = { errorType, errorMessage: 'No.' };

    expect(doneMessages({ ok: false, error }, batch)).toEqual([]);
  },
);
