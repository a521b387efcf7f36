import type { Message } from '@aws-sdk/client-sqs';
import { anEvent, sampleTime } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { parseDeadLetter, waitingSince } from './dead-letter.ts';
import { reasonOf } from './reason-of.ts';

const sentAt = Date.parse('2026-11-20T09:00:00.000Z');
const event = anEvent('order.recorded');

const aMessage = (attributes: Readonly<Record<string, string>> = {}, changes: Message = {}) => ({
  MessageId: 'message-1',
  ReceiptHandle: 'handle-1',
  Body: JSON.stringify(event),
  Attributes: { ApproximateReceiveCount: '7', SentTimestamp: String(sentAt) },
  MessageAttributes: Object.fromEntries(
    Object.entries(attributes).map(([name, StringValue]) => [
      name,
      { DataType: 'String', StringValue },
    ]),
  ),
  ...changes,
});

describe('the reason of a dead letter', () => {
  test.each([
    ['what the function said', { reason: 'MAIL_REFUSED', ErrorCode: 'x' }, 'MAIL_REFUSED'],
    ['SNS when it gave up', { ErrorCode: 'AWS.SQS.NonExistentQueue' }, 'SNS_DELIVERY_FAILED'],
    ['SQS when nobody said anything', {}, 'RECEIVES_EXHAUSTED'],
  ])('is %s', (_, attributes, reason) => {
    expect(reasonOf(attributes)).toBe(reason);
    expect(parseDeadLetter(aMessage(attributes)).reason).toBe(reason);
  });
});

describe('a dead letter', () => {
  test('knows its fact and what the function said of it', () => {
    const letter = parseDeadLetter(
      aMessage({
        eventType: 'order.recorded',
        reason: 'RETRIES_EXHAUSTED',
        errorName: 'TimeoutError',
        receiveCount: '5',
        redriven: '2',
        failedAt: '2026-11-20T09:40:00.000Z',
      }),
    );

    expect(letter).toMatchObject({
      messageId: 'message-1',
      content: { kind: 'event', event },
      eventType: 'order.recorded',
      errorName: 'TimeoutError',
      receiveCount: 5,
      redriven: 2,
      failedAt: '2026-11-20T09:40:00.000Z',
    });
  });

  test('has the type of its fact and the count of SQS when nothing else is said', () => {
    expect(parseDeadLetter(aMessage())).toMatchObject({
      eventType: 'order.recorded',
      receiveCount: 7,
      redriven: 0,
    });
  });

  test('takes no count that is none', () => {
    expect(parseDeadLetter(aMessage({ receiveCount: 'x', redriven: '-1' }))).toMatchObject({
      receiveCount: 7,
      redriven: 0,
    });
  });

  test.each([
    ['no JSON', 'thandi.sample@example.com', { kind: 'poison', reason: 'NOT_JSON' }],
    ['no fact', '{"name":"Thandi"}', { kind: 'poison', reason: 'INVALID_MESSAGE' }],
    ['of newer code', JSON.stringify({ ...event, schemaVersion: 2 }), { kind: 'unknown' }],
  ])('that is %s says so, with its length', (_, Body, content) => {
    const letter = parseDeadLetter(aMessage({}, { Body }));

    expect(letter).toMatchObject({ content, bytes: Body.length, eventType: undefined });
  });

  test('puts nothing on a terminal that could do harm there', () => {
    const { reason, eventType } = parseDeadLetter(
      aMessage({ reason: '\u001b[2JGONE\n', eventType: 'x'.repeat(100) }),
    );

    expect([reason, eventType]).toEqual(['??2JGONE?', 'x'.repeat(64)]);
  });
});

describe('a dead letter waits since', () => {
  const now = new Date('2026-11-20T12:00:00.000Z');

  test.each([
    ['its fact happened', aMessage({ failedAt: '2026-11-20T09:40:00.000Z' }), sampleTime],
    [
      'it was given up, when it is no fact',
      aMessage({ failedAt: '2026-11-20T09:40:00.000Z' }, { Body: '?' }),
      '2026-11-20T09:40:00.000Z',
    ],
    ['it was sent, when it says no more', aMessage({}, { Body: '?' }), '2026-11-20T09:00:00.000Z'],
    [
      'it was sent, when it says nonsense',
      aMessage({ failedAt: 'soon' }, { Body: '?' }),
      '2026-11-20T09:00:00.000Z',
    ],
  ])('%s', (_, message, since) => {
    expect(waitingSince(parseDeadLetter(message), now).toISOString()).toBe(since);
  });

  test('now at the latest, though the queues’ clock may run ahead', () => {
    const earlier = new Date(sentAt - 1);

    expect(waitingSince(parseDeadLetter(aMessage({}, { Body: '?' })), earlier)).toBe(earlier);
  });
});
