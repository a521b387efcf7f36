/** Starts the event source mapping of every function of functions.json that reads a queue. */
import { makeQueue } from './event-source-mapping/queue.ts';
import { startMapping } from './event-source-mapping/start-mapping.ts';
import { toFunctionLog, type FunctionLog } from './function-logs.ts';
import { queueConsumers, type FunctionsFile } from './functions-file.ts';
import type { LocalAws } from './local-aws.ts';
import type { Functions } from './start-functions.ts';
import type { Closable } from './started.ts';

export type MappingsDeps = {
  readonly functionsFile: FunctionsFile;
  readonly aws: Pick<LocalAws, 'clients' | 'resources' | 'timeScale'>;
  readonly invoke: Functions['invoke'];
  readonly onLog: (log: FunctionLog) => void;
};

export const startMappings = ({ functionsFile, aws, invoke, onLog }: MappingsDeps): Closable => {
  const mappings = queueConsumers(functionsFile).map(({ name, trigger }) => {
    const queue = aws.resources.queues[name];
    if (!queue) throw new Error(`The queue of ${name} was not made.`);
    return startMapping(
      {
        queue: makeQueue(aws.clients.sqs, queue.url),
        queueArn: queue.arn,
        invoke: (event) => invoke(name, event),
        onError: (error) =>
          onLog(
            toFunctionLog(name, 'stderr', `Event source mapping: ${String(error)}`, Date.now()),
          ),
      },
      {
        batchSize: trigger.batchSize,
        windowMs: (trigger.batchWindowSeconds * 1000) / aws.timeScale,
        maximumConcurrency: trigger.maximumConcurrency,
      },
    );
  });
  return {
    close: async () => {
      await Promise.all(mappings.map((mapping) => mapping.close()));
    },
  };
};
