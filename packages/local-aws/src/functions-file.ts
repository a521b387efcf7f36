/** functions/functions.json, typed: what each function is, needs and listens to. Knows nothing of AWS. */
import * as v from 'valibot';
import { readJsonFile } from './json-file.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(1));
const Name = v.pipe(v.string(), v.nonEmpty());

const QueueTrigger = v.object({
  type: v.literal('queue'),
  queue: Name,
  eventTypes: v.array(Name),
  batchSize: Count,
  batchWindowSeconds: v.pipe(v.number(), v.minValue(0)),
  maximumConcurrency: Count,
});

/** Invoked by the clock alone. */
const ScheduleTrigger = v.object({ type: v.literal('schedule'), rateMinutes: Count });

const FunctionSettings = v.object({
  memoryMb: Count,
  timeoutSeconds: Count,
  trigger: v.variant('type', [
    v.object({ type: v.literal('http') }),
    QueueTrigger,
    ScheduleTrigger,
  ]),
  environment: v.array(Name),
});

export const FunctionsFile = v.object({
  queues: v.object({
    maxReceiveCount: Count,
    retentionDays: Count,
    deadLetterRetentionDays: Count,
    visibilityTimeoutPerFunctionTimeout: Count,
  }),
  functions: v.record(Name, FunctionSettings),
});

export type FunctionsFile = v.InferOutput<typeof FunctionsFile>;
export type FunctionSettings = v.InferOutput<typeof FunctionSettings>;
export type QueueTrigger = v.InferOutput<typeof QueueTrigger>;

/** A function that reads a queue, with its name: what a queue, a subscription and a mapping are made from. */
export type QueueConsumer = {
  readonly name: string;
  readonly timeoutSeconds: number;
  readonly trigger: QueueTrigger;
};

/** Reads functions.json. @throws Error when it does not fit its schema. */
export const readFunctionsFile = (): FunctionsFile =>
  readJsonFile(new URL('../../../functions/functions.json', import.meta.url), FunctionsFile);

/** The row of a function. @throws Error when there is none of that name. */
export const settingsOf = ({ functions }: FunctionsFile, name: string): FunctionSettings => {
  const settings = functions[name];
  if (settings === undefined) throw new Error(`functions.json has no function ${name}.`);
  return settings;
};

/** How long a function that asks who writes may be at work, in seconds: one behind the API, or on a schedule. */
export const longestRequestSeconds = ({ functions }: FunctionsFile): number =>
  Math.max(
    ...Object.values(functions).flatMap(({ trigger, timeoutSeconds }) =>
      trigger.type === 'queue' ? [] : [timeoutSeconds],
    ),
  );

/** The functions of `file` that read a queue. */
export const queueConsumers = (file: FunctionsFile): QueueConsumer[] =>
  Object.entries(file.functions).flatMap(([name, { timeoutSeconds, trigger }]) =>
    trigger.type === 'queue' ? [{ name, timeoutSeconds, trigger }] : [],
  );

/** The functions of `file` that a schedule invokes, and how often. */
export const scheduledFunctions = (
  file: FunctionsFile,
): { readonly name: string; readonly rateMinutes: number }[] =>
  Object.entries(file.functions).flatMap(([name, { trigger }]) =>
    trigger.type === 'schedule' ? [{ name, rateMinutes: trigger.rateMinutes }] : [],
  );
