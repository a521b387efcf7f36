import { sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { start } from '../testing/records.ts';
import { makeJournal } from './journal.ts';

describe('the journal', () => {
  test('tells the story of an order in order', () => {
    let now = start;
    const { log, linesOf } = makeJournal(() => now);

    log.info('Order accepted', { orderId: sampleOrderId });
    now += 1_500;
    log.warn('Order was completed before', {
      orderId: sampleOrderId,
      eventType: 'order.accepted',
      receiveCount: 2,
    });

    expect(linesOf(sampleOrderId)).toEqual([
      '2026-11-20T06:00:00.000Z Order accepted',
      '2026-11-20T06:00:01.500Z Order was completed before eventType=order.accepted receiveCount=2',
    ]);
  });

  test('names the class of an error, and never its message', () => {
    const { log, linesOf } = makeJournal(() => start);

    log.error('The message failed', new TypeError('thandi.sample@example.com'), {
      orderId: sampleOrderId,
    });
    log.error('The message failed', undefined, { orderId: sampleOrderId });

    expect(linesOf(sampleOrderId)).toEqual([
      '2026-11-20T06:00:00.000Z The message failed (TypeError)',
      '2026-11-20T06:00:00.000Z The message failed',
    ]);
  });

  test('knows the order from the fields that a log was given before', () => {
    const { log, linesOf } = makeJournal(() => start);

    log.with({ orderId: sampleOrderId }).with({ effect: 'customer-recorded' }).info('Mail sent');

    expect(linesOf(sampleOrderId)).toEqual([
      '2026-11-20T06:00:00.000Z Mail sent effect=customer-recorded',
    ]);
  });

  test('keeps the stories of orders apart, and none of what is about no order', () => {
    const { log, linesOf } = makeJournal(() => start);

    log.info('Swept', { found: 3 });
    log.info('Order accepted', { orderId: 'another' });

    expect(linesOf(sampleOrderId)).toEqual([]);
    expect(linesOf('another')).toHaveLength(1);
  });

  test('keeps the first sixty lines of an order', () => {
    const { log, linesOf } = makeJournal(() => start);

    for (let line = 1; line <= 100; line += 1) log.info(`Line ${line}`, { orderId: sampleOrderId });

    expect(linesOf(sampleOrderId)).toHaveLength(60);
    expect(linesOf(sampleOrderId).at(-1)).toMatch(/Line 60$/);
  });

  test('adds up what is counted', () => {
    const { metrics, counts } = makeJournal(() => start);

    metrics.count('MailsSent');
    metrics.count('MailsSent', 4);
    metrics.duration('CartLatency', 12);
    metrics.flush();

    expect([...counts]).toEqual([['MailsSent', 5]]);
  });
});
