/** Defects of what becomes of messages. */
import * as v from 'valibot';
import type { FunctionName } from '../world/functions.ts';
import { putAsideWithoutReason } from './put-aside-without-reason.ts';
import type { NamedDefect } from './named-defect.ts';

const Batch = v.object({ Records: v.array(v.object({ messageId: v.string() })) });
const Answer = v.object({ batchItemFailures: v.array(v.unknown()) });

const isProcessor = (name: FunctionName): boolean =>
  name !== 'create' && name !== 'update' && name !== 'sweeper';

export const messageDefects: readonly NamedDefect[] = [
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
    name: 'reason-forgotten',
    what: 'A message is put aside without saying why.',
    caughtBy: 'dead-letter-reason',
    defect: { alter: { 'customer-confirm': putAsideWithoutReason } },
  },
  {
    name: 'retries-untimed',
    what: 'A message that failed returns when SQS thinks so.',
    caughtBy: 'retries-are-timed',
    defect: {
      alter: {
        'record-creator': (deps) => ({
          ...deps,
          queue: { ...deps.queue, delay: () => Promise.resolve() },
        }),
      },
    },
  },
  {
    name: 'address-on-dead-letter',
    what: 'A dead letter says whom the mail was for.',
    caughtBy: 'dead-letters-are-impersonal',
    defect: {
      alter: {
        'customer-confirm': (deps) => ({
          ...deps,
          queue: {
            ...deps.queue,
            deadLetter: (letter, reason) =>
              deps.queue.deadLetter({ ...letter, errorName: 'customer@example.com' }, reason),
          },
        }),
      },
    },
  },
];
