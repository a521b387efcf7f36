/** Defects made on purpose, each with the invariant that must notice it: a simulator that cannot fail proves nothing. */
import { claimEffect } from '@bbws/dynamo/claim-effect';
import { completeOrder } from '@bbws/dynamo/complete-order';
import { noteInvoice } from '@bbws/dynamo/note-invoice';
import { updateOrder } from '@bbws/dynamo/update-order';
import { notifyTeam } from '@bbws/internal-notify/notify-team';
import { sqsHandler } from '@bbws/lambda/sqs';
import * as v from 'valibot';
import type { FaultRates } from '../storm/storm-faults.ts';
import type { FunctionName } from '../world/functions.ts';
import type { Defect } from '../world/world.ts';
import { countCarelessly } from './count-carelessly.ts';
import { markBeforeSend } from './mark-before-send.ts';
import { putAsideWithoutReason } from './put-aside-without-reason.ts';

export type NamedDefect = {
  readonly name: string;
  /** What is wrong, in a sentence. */
  readonly what: string;
  /** The invariant that notices it. */
  readonly caughtBy: string;
  readonly defect: Defect;
  /** Faults that bring it to light, when those of a storm do so too seldom. */
  readonly rates?: Partial<FaultRates>;
};

const Batch = v.object({ Records: v.array(v.object({ messageId: v.string() })) });
const Answer = v.object({ batchItemFailures: v.array(v.unknown()) });
const Request = v.looseObject({ headers: v.nullable(v.record(v.string(), v.string())) });

const isProcessor = (name: FunctionName): boolean =>
  name !== 'create' && name !== 'update' && name !== 'sweeper';

export const defects: readonly NamedDefect[] = [
  {
    name: 'no-outbox',
    what: 'create does not keep the event of an order until it is received.',
    caughtBy: 'settled-stage',
    defect: {
      alter: {
        create: (deps) => ({
          ...deps,
          acceptOrder: async (acceptance) => {
            const taken = await deps.acceptOrder(acceptance);
            if (!taken) await deps.removeFromOutbox(acceptance.event);
            return taken;
          },
        }),
      },
    },
  },
  {
    name: 'no-sweeper',
    what: 'Nobody publishes what is left in an outbox.',
    caughtBy: 'outbox-empty',
    defect: { noSweeper: true },
  },
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
    name: 'counter-read-then-written',
    what: 'The number of an order is read and written back in two steps.',
    caughtBy: 'unique-numbers',
    defect: { alter: { create: countCarelessly } },
  },
  {
    name: 'key-ignored',
    what: 'create does not look at the idempotency key.',
    caughtBy: 'one-order-per-answer',
    defect: {
      request: (name, event) =>
        name === 'create' ? { ...v.parse(Request, event), headers: null } : event,
    },
  },
  {
    name: 'unconditional-completion',
    what: 'record-creator completes an order that is completed already.',
    caughtBy: 'status-history',
    defect: {
      alter: {
        'record-creator': (deps, { carelessTable }) => ({
          ...deps,
          completeOrder: completeOrder(carelessTable),
        }),
      },
    },
  },
  {
    name: 'update-without-version',
    what: 'update writes over a change that it has not seen.',
    caughtBy: 'status-history',
    defect: {
      alter: {
        update: (deps, { carelessTable }) => ({ ...deps, updateOrder: updateOrder(carelessTable) }),
      },
    },
  },
  {
    name: 'older-invoice-wins',
    what: 'pdf notes an invoice without looking whether a newer one is noted.',
    caughtBy: 'invoice-current',
    rates: { delay: 0.2 },
    defect: {
      alter: {
        pdf: (deps, { carelessTable }) => ({ ...deps, noteInvoice: noteInvoice(carelessTable) }),
      },
    },
  },
  {
    name: 'errors-swallowed',
    what: 'A processor says that it is done, whatever happened.',
    caughtBy: 'acknowledged-means-done',
    defect: {
      answer: (name, payload) => (isProcessor(name) ? { batchItemFailures: [] } : payload),
    },
  },
  {
    name: 'return-forgotten',
    what: 'A processor answers nothing, which means that all is done.',
    caughtBy: 'acknowledged-means-done',
    defect: { answer: (name, payload) => (isProcessor(name) ? undefined : payload) },
  },
  {
    name: 'whole-batch-fails',
    what: 'One failure fails every message of its batch.',
    caughtBy: 'only-failures-return',
    defect: {
      answer: (name, payload, event) => {
        if (!isProcessor(name)) return payload;
        if (v.parse(Answer, payload).batchItemFailures.length === 0) return payload;
        const failed = v.parse(Batch, event).Records;
        return {
          batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })),
        };
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
  {
    name: 'reason-forgotten',
    what: 'A message is put aside without saying why.',
    caughtBy: 'dead-letter-reason',
    defect: { alter: { 'customer-confirm': putAsideWithoutReason } },
  },
  {
    name: 'foreign-folder',
    what: 'pdf stores an invoice under another tenant.',
    caughtBy: 'own-keys-only',
    defect: {
      alter: {
        pdf: (deps) => ({
          ...deps,
          putInvoice: (invoice) =>
            deps.putInvoice({
              ...invoice,
              key: invoice.key.replace(/^[^/]+/, 'tenant-of-somebody-else'),
            }),
        }),
      },
    },
  },
];
