import { describe, expect, test } from '@jest/globals';
import type { OrderEvent } from '@bbws/domain/order-event';
import { aRecordedOrder, anEvent, sampleTime, sampleWriteId } from '@bbws/domain/testing/builders';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import { sqsEventOf } from '@bbws/lambda/testing/sqs-event';
import { makeHandler, type Deps } from './handler.ts';

const mail = { subject: 'About your order', html: '<p>…</p>', text: '…' };
const done = { batchItemFailures: [] };
const failed = { batchItemFailures: [{ itemIdentifier: 'message-1' }] };

/** A recorded order that was paid and is in preparation now, and what was done about its mails. */
const confirmDeps = (changes: Partial<Deps> = {}) => {
  const calls: string[] = [];
  const { metrics, counts } = observedMetrics();
  const order = aRecordedOrder({
    status: 'processing',
    version: 4,
    statusHistory: ['pending', 'pending', 'paid', 'processing'].map((status, index) => ({
      status,
      at: sampleTime,
      by: 'user-sample',
      version: index + 1,
      writeId: sampleWriteId,
    })),
  });
  const deps: Deps = {
    log: observedLog().log,
    metrics,
    readOrder: async () => ({ order, outbox: [] }),
    writers: { confirmation: () => mail, rejected: () => mail, statusUpdate: () => mail },
    sendMail: async ({ to }) => {
      calls.push(`send to ${to}`);
      return { messageId: 'ses-1' };
    },
    claimEffect: async ({ name }) => {
      calls.push(`claim ${name}`);
      return { outcome: 'claimed' };
    },
    finishEffect: async (_, { messageId }) => {
      calls.push(`finish with ${messageId}`);
      return true;
    },
    releaseEffect: async () => true,
    isDefiniteRefusal: () => true,
    permanentReason: () => undefined,
    functionTimeoutSeconds: 30,
    queue: { delay: async () => undefined, deadLetter: async () => undefined },
    newId: () => '44444444-4444-4444-8444-444444444444',
    now: () => new Date('2026-11-20T09:32:00.000Z'),
    random: () => 0.5,
    ...changes,
  };
  return { deps, calls, counts };
};

const receive = (deps: Deps, event: OrderEvent = anEvent('order.recorded')) =>
  makeHandler(deps)(sqsEventOf(event));

describe('customer-confirm', () => {
  test('sends the confirmation to the address of the order', async () => {
    const { deps, calls, counts } = confirmDeps();

    const response = await receive(deps);

    expect(response).toEqual(done);
    expect(calls).toEqual([
      'claim customer-recorded',
      'send to thandi.sample@example.com',
      'finish with ses-1',
    ]);
    expect(counts).toEqual({ MailsSent: 1 });
  });

  test('sends nothing when the mail was sent before', async () => {
    const { deps, calls, counts } = confirmDeps({ claimEffect: async () => ({ outcome: 'done' }) });

    expect(await receive(deps)).toEqual(done);
    expect(calls).toEqual([]);
    expect(counts).toEqual({ Duplicates: 1 });
  });

  test('marks the mail of a superseded status done, and sends none', async () => {
    const { deps, calls, counts } = confirmDeps();

    const response = await receive(deps, anEvent('order.status-changed', { orderVersion: 3 }));

    expect(response).toEqual(done);
    expect(calls).toEqual(['claim customer-status', 'finish with undefined']);
    expect(counts).toEqual({});
  });

  test('claims nothing for a change that customers are not told of', async () => {
    const { deps, calls } = confirmDeps();

    const response = await receive(deps, anEvent('order.status-changed', { orderVersion: 2 }));

    expect(response).toEqual(done);
    expect(calls).toEqual([]);
  });

  test('retries while the order is missing', async () => {
    const { deps } = confirmDeps({ readOrder: async () => undefined });

    expect(await receive(deps)).toEqual(failed);
  });
});
