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
    ['an empty list', failures()],
    ['a null list', { batchItemFailures: null }],
  ])('of %s means that all messages are done', (_, payload) => {
    expect(doneIds(payload)).toEqual(['a', 'b', 'c']);
  });

  test('that names some messages means that the others are done', () => {
    expect(doneIds(failures('b'))).toEqual(['a', 'c']);
  });

  test('may name a message twice', () => {
    expect(doneIds(failures('b', 'b'))).toEqual(['a', 'c']);
  });

  test.each([
    ['an empty identifier', failures('')],
    ['a null identifier', failures(null)],
    ['an unknown identifier', failures('b', 'z')],
    ['a number for an identifier', failures(7)],
    ['a wrong key for the identifier', { batchItemFailures: [{ messageId: 'b' }] }],
    ['an entry that is null', { batchItemFailures: [null] }],
    ['a list that is an object', { batchItemFailures: { itemIdentifier: 'b' } }],
    ['a text', 'done'],
    ['a number', 1],
  ])('with %s means that no message is done', (_, payload) => {
    expect(doneIds(payload)).toEqual([]);
  });
});

test('a failed invocation means that no message is done', () => {
  const error = { errorType: 'Error', errorMessage: 'No.' };

  expect(doneMessages({ ok: false, error }, batch)).toEqual([]);
});
