import { describe, expect, test } from '@jest/globals';
import {
  aRecordedOrder,
  aRejectedOrder,
  anAcceptedOrder,
  anEvent,
} from '@bbws/domain/testing/builders';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import { aContext, endlessSleep, sqsEventOf } from '@bbws/lambda/testing/sqs-event';
import { makeHandler, type Deps } from './handler.ts';

const mail = { subject: 'New Order', html: '<p>New</p>', text: 'New' };
const done = { batchItemFailures: [] };
const failed = { batchItemFailures: [{ itemIdentifier: 'message-1' }] };

/** A recorded order whose mail is due, and what was done about it. */
const notifyDeps = (changes: Partial<Deps> = {}) => {
  const calls: string[] = [];
  const { metrics, counts } = observedMetrics();
  const deps: Deps = {
    log: observedLog().log,
    metrics,
    readOrder: async () => ({ order: aRecordedOrder(), outbox: [] }),
    writeMail: async () => mail,
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
    releaseEffect: async () => {
      calls.push('release');
      return true;
    },
    recipient: 'team@example.com',
    isDefiniteRefusal: () => true,
    permanentReason: () => undefined,
    functionTimeoutSeconds: 30,
    queue: {
      delay: async () => undefined,
      deadLetter: async (_, reason) => void calls.push(`dead letter: ${reason}`),
    },
    newId: () => '33333333-3333-4333-8333-333333333333',
    now: () => new Date('2026-11-20T09:32:00.000Z'),
    random: () => 0.5,
    sleep: endlessSleep,
    maxReceiveCount: 5,
    ...changes,
  };
  return { deps, calls, counts };
};

const receive = (deps: Deps) => makeHandler(deps)(sqsEventOf(anEvent('order.recorded')), aContext);

describe('internal-notify', () => {
  test('claims the mail, sends it to the team and marks it done', async () => {
    const { deps, calls, counts } = notifyDeps();

    const response = await receive(deps);

    expect(response).toEqual(done);
    expect(calls).toEqual([
      'claim internal-recorded',
      'send to team@example.com',
      'finish with ses-1',
    ]);
    expect(counts).toEqual({ MailsSent: 1 });
  });

  test('has a mail of its own for a rejected order', async () => {
    const { deps, calls } = notifyDeps({
      readOrder: async () => ({ order: aRejectedOrder(), outbox: [] }),
    });

    await receive(deps);

    expect(calls).toContain('claim internal-rejected');
  });

  test('sends nothing when the mail was sent before', async () => {
    const { deps, calls, counts } = notifyDeps({
      claimEffect: async () => ({ outcome: 'done' }),
    });

    const response = await receive(deps);

    expect(response).toEqual(done);
    expect(calls).toEqual([]);
    expect(counts).toEqual({ Duplicates: 1 });
  });

  test('retries while somebody else is sending', async () => {
    const { deps, calls } = notifyDeps({
      claimEffect: async () => ({ outcome: 'held', until: 0 }),
    });

    expect(await receive(deps)).toEqual(failed);
    expect(calls).toEqual([]);
  });

  test.each([
    ['missing', undefined],
    ['not completed', { order: anAcceptedOrder(), outbox: [] }],
  ])('retries while the order is %s', async (_, stored) => {
    const { deps } = notifyDeps({ readOrder: async () => stored });

    expect(await receive(deps)).toEqual(failed);
  });

  test('gives the claim back and retries when SES refuses for now', async () => {
    const { deps, calls } = notifyDeps({
      sendMail: async () => Promise.reject(new Error('throttled')),
    });

    expect(await receive(deps)).toEqual(failed);
    expect(calls).toEqual(['claim internal-recorded', 'release']);
  });

  test('keeps the claim when SES may have sent the mail', async () => {
    const { deps, calls } = notifyDeps({
      sendMail: async () => Promise.reject(new Error('timed out')),
      isDefiniteRefusal: () => false,
    });

    expect(await receive(deps)).toEqual(failed);
    expect(calls).toEqual(['claim internal-recorded']);
  });

  test('puts a mail that SES will never send into the dead-letter queue', async () => {
    const { deps, calls } = notifyDeps({
      sendMail: async () => Promise.reject(new Error('bad address')),
      permanentReason: () => 'MAIL_REFUSED',
    });

    expect(await receive(deps)).toEqual(done);
    expect(calls).toContain('dead letter: MAIL_REFUSED');
  });

  test.each([
    ['recorded', aRecordedOrder({ active: false })],
    ['rejected', aRejectedOrder({ active: false })],
  ])(
    'withholds the mail about a hidden order that is %s, and does not mark it done',
    async (_, order) => {
      const { deps, calls, counts } = notifyDeps({
        readOrder: async () => ({ order, outbox: [] }),
      });

      expect(await receive(deps)).toEqual(done);
      expect(calls).toEqual([]);
      expect(counts).toEqual({ MailsWithheld: 1 });
    },
  );
});
