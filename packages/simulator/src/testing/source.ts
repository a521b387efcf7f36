/** An event source on a queue in memory, whose function does what it is told. */
import * as v from 'valibot';
import { makeEventSource, type SourceDeps, type SourceSettings } from '../source/event-source.ts';
import { makeInvocation } from '../world/invocation.ts';
import type { Invoked } from '../world/lambda.ts';
import { makeStage, type Stage } from '../world/stage.ts';
import { openTurnstile } from '../world/turnstile.ts';
import { memoryQueue } from './queue.ts';
import { start } from './records.ts';

const Batch = v.object({ Records: v.array(v.object({ messageId: v.string() })) });

const settings = {
  batchSize: 10,
  windowMs: 5_000,
  maximumConcurrency: 5,
  visibilityTimeoutSeconds: 185,
};

/** What the function makes of a batch; it is done with all of it when nothing is said. */
export type Work = (ids: readonly string[], stage: Stage) => Promise<Invoked>;

export const allDone: Invoked = { outcome: 'answered', payload: { batchItemFailures: [] } };

/** The answer of a function that failed with these messages. */
export const failedWith = (...ids: readonly string[]): Invoked => ({
  outcome: 'answered',
  payload: { batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) },
});

export const queueUrl = 'https://sqs.example.com/queue';

export const aSource = (
  changes: Partial<SourceSettings> = {},
  { work = async () => allDone, ...deps }: Partial<SourceDeps> & { readonly work?: Work } = {},
) => {
  const stage = makeStage(start, openTurnstile);
  const shape = { ...settings, ...changes };
  const queue = memoryQueue(stage.clock, shape.visibilityTimeoutSeconds);
  /** What the function was given, and how many milliseconds after the start. */
  const batches: { readonly at: number; readonly ids: readonly string[] }[] = [];
  const source = makeEventSource(
    {
      ...stage,
      functionName: 'pdf',
      queue,
      queueUrl,
      queueArn: 'arn:aws:sqs:af-south-1:000000000000:queue',
      lambda: {
        invoke: (name, event, { onStart } = {}) => {
          const ids = v.parse(Batch, event).Records.map(({ messageId }) => messageId);
          batches.push({ at: stage.clock.now() - start, ids });
          onStart?.(makeInvocation(batches.length, name));
          return work(ids, stage);
        },
      },
      plan: () => ({}),
      onDone: async () => undefined,
      onFailed: () => undefined,
      ...deps,
    },
    shape,
  );
  stage.sources.push(source);
  return {
    ...stage,
    source,
    queue,
    batches,
    /** Lets time pass until so many milliseconds after the start. */
    passTo: (milliseconds: number) => stage.runUntil(start + milliseconds),
  };
};
