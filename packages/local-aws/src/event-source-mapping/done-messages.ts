/**
 * Which messages of a batch a function is done with, by the rules of ReportBatchItemFailures. No answer, an empty one
 * and an empty or null list mean all; a failed invocation and an answer that cannot be understood mean none.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
import * as v from 'valibot';
import type { Outcome } from '../function-worker/protocol.ts';
import type { ReceivedMessage } from './received-message.ts';

const BatchResponse = v.pipe(
  v.unknown(),
  // valibot would take a list for an object without the key, and so for an empty answer.
  v.check((response) => !Array.isArray(response)),
  v.nullish(
    v.object({
      batchItemFailures: v.nullish(v.array(v.object({ itemIdentifier: v.string() }))),
    }),
  ),
);

export const doneMessages = (
  outcome: Outcome,
  batch: readonly ReceivedMessage[],
): readonly ReceivedMessage[] => {
  if (!outcome.ok) return [];
  const response = v.safeParse(BatchResponse, outcome.payload);
  if (!response.success) return [];
  const failures = response.output?.batchItemFailures ?? [];
  const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
  const known = new Set(batch.map(({ MessageId }) => MessageId));
  // An identifier that is not in the batch makes the whole answer invalid; the empty one is among these.
  if (![...failed].every((id) => known.has(id))) return [];
  return batch.filter(({ MessageId }) => !failed.has(MessageId));
};
