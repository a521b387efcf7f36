import { describe, expect, test } from '@jest/globals';
import type { OrderEvent } from '@bbws/domain/order-event';
import {
  aRecordedOrder,
  aRejectedOrder,
  anAcceptedOrder,
  anEvent,
  sampleOrderId,
  sampleTime,
  sampleWriteId,
} from '@bbws/domain/testing/builders';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import { aContext, endlessSleep, sqsEventOf } from '@bbws/lambda/testing/sqs-event';
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
    writers: {
      confirmation: async () => mail,
      rejected: async () => mail,
      statusUpdate: async () => mail,
    },
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
    noteRefusedAddress: async (tenantId, id, at) =>
      void calls.push(`note refusal of ${tenantId} ${id} at ${at}`),
    isDefiniteRefusal: () => true,
    permanentReason: () => undefined,
    functionTimeoutSeconds: 30,
    queue: {
      delay: async () => undefined,
      deadLetter: async (_, reason) => void calls.push(`dead letter: ${reason}`),
    },
    newId: () => '44444444-4444-4444-8444-444444444444',
    now: () => new Date('2026-11-20T09:32:00.000Z'),
    random: () => 0.5,
    sleep: endlessSleep,
    maxReceiveCount: 5,
    ...changes,
  };
  return { deps, calls, counts };
};

const receive = (deps: Deps, event: OrderEvent = anEvent('order.recorded')) =>
  makeHandler(deps)(sqsEventOf(event), aContext);

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

describe('An address that SES refuses for good', () => {
  const refusing = (changes: Partial<Deps> = {}) =>
    confirmDeps({
      sendMail: async () => Promise.reject(new Error('Domain contains illegal character')),
      permanentReason: () => 'MAIL_REFUSED',
      ...changes,
    });
  const note = `note refusal of tenant-sample ${sampleOrderId} at 2026-11-20T09:32:00.000Z`;

  test('is noted on the order before its message is put aside', async () => {
    const { deps, calls, counts } = refusing();

    const response = await receive(deps);

    expect(response).toEqual(done);
    expect(calls).toEqual(['claim customer-recorded', note, 'dead letter: MAIL_REFUSED']);
    expect(counts).toEqual({ MailsRefused: 1, DeadLetters: 1 });
  });

  test('is noted whatever the mail is about', async () => {
    const order = aRejectedOrder();
    const { deps, calls } = refusing({ readOrder: async () => ({ order, outbox: [] }) });

    await receive(deps, anEvent('order.rejected'));

    expect(calls).toEqual(['claim customer-rejected', note, 'dead letter: MAIL_REFUSED']);
  });

  test('is tried again when it cannot be noted: the refusal will come again', async () => {
    const { deps, calls, counts } = refusing({
      noteRefusedAddress: async () => Promise.reject(new Error('throttled')),
    });

    expect(await receive(deps)).toEqual(failed);
    expect(calls).toEqual(['claim customer-recorded']);
    expect(counts).toEqual({ BatchItemFailures: 1 });
  });

  test.each([
    ['the mail itself is at fault', 'MAIL_UNSENDABLE', 'dead letter: MAIL_UNSENDABLE'],
    ['SES refuses for now', undefined, undefined],
  ])('is not noted when %s', async (_, reason, letter) => {
    const { deps, calls } = refusing({ permanentReason: () => reason });

    await receive(deps);

    expect(calls).toEqual(['claim customer-recorded', letter].filter((call) => call !== undefined));
  });
});

describe('The mail about a hidden order', () => {
  test.each([
    ['recorded', aRecordedOrder({ active: false }), anEvent('order.recorded')],
    ['rejected', aRejectedOrder({ active: false }), anEvent('order.rejected')],
  ])('is withheld when it is %s, and not marked done', async (_, order, event) => {
    const { deps, calls, counts } = confirmDeps({ readOrder: async () => ({ order, outbox: [] }) });

    expect(await receive(deps, event)).toEqual(done);
    expect(calls).toEqual([]);
    expect(counts).toEqual({ MailsWithheld: 1 });
  });

  test('is retried while the order is not completed', async () => {
    const order = anAcceptedOrder({ active: false });
    const { deps } = confirmDeps({ readOrder: async () => ({ order, outbox: [] }) });

    expect(await receive(deps)).toEqual(failed);
  });
});
