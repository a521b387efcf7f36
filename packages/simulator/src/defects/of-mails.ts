/** Defects of mails. */
import { claimEffect } from '@bbws/dynamo/claim-effect';
import { notifyTeam } from '@bbws/internal-notify/notify-team';
import { sqsHandler } from '@bbws/lambda/sqs';
import { markBeforeSend } from './mark-before-send.ts';
import type { NamedDefect } from './named-defect.ts';

export const mailDefects: readonly NamedDefect[] = [
  {
    name: 'marked-before-sent',
    what: 'A mail is marked done before SES has it.',
    caughtBy: 'mails-sent',
    defect: {
      alter: { 'internal-notify': markBeforeSend, 'customer-confirm': markBeforeSend },
    },
  },
  {
    name: 'sdk-repeats-mails',
    what: 'The SDK sends a mail again when no answer comes.',
    caughtBy: 'one-attempt-per-mail',
    defect: { sesAttempts: 3 },
  },
  {
    name: 'no-lease',
    what: 'Who wants to send a mail does so, whoever else is at it or has done it.',
    caughtBy: 'mails-once',
    defect: {
      alter: {
        'internal-notify': (deps, { carelessTable }) => ({
          ...deps,
          claimEffect: claimEffect(carelessTable),
        }),
      },
    },
  },
  {
    name: 'never-marked-done',
    what: 'A mail that was sent is never marked so.',
    caughtBy: 'mails-once',
    defect: {
      alter: {
        'customer-confirm': (deps) => ({ ...deps, finishEffect: () => Promise.resolve(true) }),
      },
    },
  },
  {
    name: 'not-found-is-done',
    rates: { 'stale-read': 0.2 },
    what: 'A message whose order is not there yet is acknowledged.',
    caughtBy: 'acknowledged-means-done',
    defect: {
      replace: {
        'internal-notify': (deps) =>
          sqsHandler(deps, async (delivery) => {
            const { tenantId, orderId } = delivery.event;
            if (await deps.readOrder(tenantId, orderId)) await notifyTeam(deps)(delivery);
          }),
      },
    },
  },
];
