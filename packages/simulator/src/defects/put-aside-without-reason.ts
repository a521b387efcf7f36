/** A defect: what cannot succeed is put aside without a word. */
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { AllDeps, AlteredWorld } from '../world/functions.ts';

export const putAsideWithoutReason = (
  deps: AllDeps['customer-confirm'],
  { sqs, deadLetterQueueOf }: AlteredWorld,
): AllDeps['customer-confirm'] => ({
  ...deps,
  queue: {
    ...deps.queue,
    deadLetter: async ({ body }) => {
      const QueueUrl = deadLetterQueueOf('customer-confirm');
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body }));
    },
  },
});
