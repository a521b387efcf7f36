/** An event source for the queue of every function that is simulated. */
import { makeQueue } from '@bbws/local-aws/event-source-mapping/queue';
import type { ReceivedMessage } from '@bbws/local-aws/event-source-mapping/received-message';
import type { FunctionsFile } from '@bbws/local-aws/functions-file';
import type { LocalAws } from '@bbws/local-aws/local-aws';
import { visibilityTimeoutSeconds } from '@bbws/local-aws/resources/make-queues';
import { simulatedConsumers } from '../world/simulated-consumers.ts';
import type { Delivered } from '../world/world.ts';
import { makeEventSource, type EventSource, type SourceDeps } from './event-source.ts';

export type SourceShape = {
  readonly batchSize: number;
  readonly maximumConcurrency: number;
  readonly windowMs: number;
};

type MakeSourcesDeps = Pick<
  SourceDeps,
  'lambda' | 'clock' | 'activity' | 'history' | 'receipts' | 'plan'
> & { readonly aws: LocalAws; readonly functionsFile: FunctionsFile };

export type Watchers = {
  readonly onDone: (delivered: Delivered) => Promise<void>;
  readonly onFailed: (delivered: Delivered, batch: readonly ReceivedMessage[]) => void;
};

/** @param shape of every mapping; as functions.json says when missing */
export const makeSources = (
  { aws, functionsFile, ...deps }: MakeSourcesDeps,
  { onDone, onFailed }: Watchers,
  shape?: SourceShape,
): EventSource[] =>
  simulatedConsumers(functionsFile).map(({ functionName, ...consumer }) => {
    const queue = aws.resources.queues[consumer.name];
    if (!queue) throw new Error(`The queue of ${consumer.name} was not made`);
    const { batchSize, batchWindowSeconds, maximumConcurrency } = consumer.trigger;
    return makeEventSource(
      {
        ...deps,
        functionName,
        queue: makeQueue(aws.clients.sqs, queue.url),
        queueUrl: queue.url,
        queueArn: queue.arn,
        onDone: (message, invocation) => onDone({ functionName, message, invocation }),
        onFailed: (message, invocation, batch) =>
          onFailed({ functionName, message, invocation }, batch),
      },
      {
        ...(shape ?? { batchSize, maximumConcurrency, windowMs: batchWindowSeconds * 1000 }),
        visibilityTimeoutSeconds: visibilityTimeoutSeconds(consumer, functionsFile.queues),
      },
    );
  });
