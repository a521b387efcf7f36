import { anEvent } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { parseMessage, PermanentFailure, SqsRecord } from './message.ts';

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('a message', () => {
  test.each([
    'order.accepted',
    'order.recorded',
    'order.rejected',
    'order.status-changed',
  ] as const)('may be the fact %s', (type) => {
    expect(parseMessage(JSON.stringify(anEvent(type)))).toEqual(anEvent(type));
  });

  test('may carry fields that this code does not know', () => {
    const body = JSON.stringify({ ...anEvent('order.recorded'), addedLater: 1 });

    expect(parseMessage(body)).toEqual(anEvent('order.recorded'));
  });

  test('that is not JSON can never succeed', () => {
    expect(thrownBy(() => parseMessage('{'))).toMatchObject({
      name: 'PermanentFailure',
      reason: 'NOT_JSON',
    });
  });

  test('that is no fact about an order can never succeed; the error quotes none of it', () => {
    const body = JSON.stringify({ ...anEvent('order.recorded'), tenantId: 'thandi@example.com' });

    const error = thrownBy(() => parseMessage(body));

    expect(error).toMatchObject({ reason: 'INVALID_MESSAGE' });
    expect(String(error)).toContain('/tenantId');
    expect(String(error)).not.toContain('thandi');
  });

  test('of an unknown schema version may succeed later', () => {
    const body = JSON.stringify({ ...anEvent('order.recorded'), schemaVersion: 2, other: true });

    const error = thrownBy(() => parseMessage(body));

    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(PermanentFailure);
  });

  test('whatever it is, is a fact or fails for good or for now', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        expect(thrownBy(() => parseMessage(body))).toBeInstanceOf(Error);
      }),
    );
  });
});

describe('a record', () => {
  const record = {
    messageId: 'message-1',
    receiptHandle: 'receipt-1',
    body: '{}',
    attributes: { ApproximateReceiveCount: '3' },
  };

  test('tells as a number how often it was received', () => {
    expect(v.parse(SqsRecord, record).attributes.ApproximateReceiveCount).toBe(3);
  });

  test.each([
    ['its group', { MessageGroupId: 'tenant-sample' }, 'tenant-sample'],
    ['none, when it has none', {}, undefined],
  ])('tells %s', (_, group, expected) => {
    const attributes = { ...record.attributes, ...group };

    expect(v.parse(SqsRecord, { ...record, attributes }).attributes.MessageGroupId).toBe(expected);
  });

  test.each(['', '0', '-1', '1.5', 'often'])('is none with a receive count of "%s"', (count) => {
    const attributes = { ApproximateReceiveCount: count };

    expect(v.is(SqsRecord, { ...record, attributes })).toBe(false);
  });
});
