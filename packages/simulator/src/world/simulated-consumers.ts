/** The consumers of functions.json that the simulator runs: those whose promises it knows. */
import {
  queueConsumers,
  type FunctionsFile,
  type QueueConsumer,
} from '@bbws/local-aws/functions-file';
import { functionNames, type FunctionName } from './functions.ts';

export type SimulatedConsumer = QueueConsumer & { readonly functionName: FunctionName };

/** A consumer that is new is left out until functions.ts joins it: its messages then wait in its queue, and nobody misses them. */
export const simulatedConsumers = (file: FunctionsFile): SimulatedConsumer[] =>
  queueConsumers(file).flatMap((consumer) => {
    const functionName = functionNames.find((name) => name === consumer.name);
    return functionName === undefined ? [] : [{ ...consumer, functionName }];
  });
