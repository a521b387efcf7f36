// The two ends of the contract together: what the event source mapping deletes is what a function has processed. On AWS
// the mapping is Lambda's; here it is the one of the local AWS, which follows the same rules.
import { describe, expect, test } from '@jest/globals';
import {
  combinations,
  runBatch,
  type Circumstances,
  type Outcome,
} from '@bbws/lambda/testing/outcomes';
import { doneMessages } from '@bbws/local-aws/event-source-mapping/done-messages';
import { receivedMessage } from '@bbws/local-aws/testing/received-message';

/** What the mapping deletes of a batch, and what it may delete. */
const deletedOf = async (outcomes: readonly Outcome[], circumstances: Circumstances) => {
  const { event, response, processed, deadLetters } = await runBatch(outcomes, circumstances);
  const batch = event.Records.map(({ messageId }) => receivedMessage(messageId));
  // Lambda hands the answer on as JSON.
  const payload: unknown = JSON.parse(JSON.stringify(response));
  const deleted = doneMessages({ ok: true, payload }, batch).map(({ MessageId }) => MessageId);
  return { deleted, may: [...processed, ...deadLetters].toSorted() };
};

describe.each([
  ['all at once', true],
  ['in turns', false],
])('Of a batch that a function processes %s', (_, inParallel) => {
  test('the mapping deletes exactly what was processed, in each of the 1,024 outcomes of ten messages', async () => {
    const batches = combinations(['done', 'fails'], 10);

    const runs = await Promise.all(batches.map((batch) => deletedOf(batch, { inParallel })));

    expect(runs).toHaveLength(1_024);
    expect(runs.map(({ deleted }) => deleted)).toEqual(runs.map(({ may }) => may));
  });

  test.each([1, 5])(
    'the mapping deletes exactly that and the dead letters, at receive %i',
    async (receiveCount) => {
      const batches = combinations(['done', 'fails', 'hopeless', 'hangs'], 4);

      const runs = await Promise.all(
        batches.map((batch) => deletedOf(batch, { inParallel, receiveCount })),
      );

      expect(runs).toHaveLength(256);
      expect(runs.map(({ deleted }) => deleted)).toEqual(runs.map(({ may }) => may));
    },
  );
});
