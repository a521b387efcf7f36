/** scripts/cost/measured.json: what one order's life, one sweep and one health check use. Written by `pnpm cost --measure`. */
import { readJsonFile } from '@bbws/local-aws/json-file';
import * as v from 'valibot';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Amount = v.pipe(v.number(), v.minValue(0));
const Name = v.pipe(v.string(), v.nonEmpty());

const FunctionWork = v.object({
  invocations: Count,
  /** Messages of its queue; 0 for other triggers. */
  messages: Count,
  /** Processor time on the machine that measured, warm: the median. */
  cpuMilliseconds: Amount,
  logBytes: Count,
  /** Names of the metrics that it counts in its log. */
  metrics: v.array(Name),
  /** By service and operation, such as `dynamodb GetItem`; `get` presigns, and its `s3 GetObject` is the caller's. */
  calls: v.record(Name, Count),
  readUnits: Amount,
  /** With those of the indexes. */
  writeUnits: Count,
});
export type FunctionWork = v.InferOutput<typeof FunctionWork>;

const Work = v.object({
  /** By `operationId`; head and body of all answers. */
  requests: v.record(Name, v.object({ times: Count, answerBytes: Count })),
  functions: v.record(Name, FunctionWork),
  /** What stays in the table, and for how many days; null for good. */
  items: v.array(v.object({ bytes: Count, indexBytes: Count, keptDays: v.nullable(Count) })),
  /** Of all items after each write: what goes to another region. */
  writtenBytes: Count,
  storedFiles: v.object({ count: Count, bytes: Count }),
  downloadedBytes: Count,
  mails: v.object({ count: Count, bytes: Count, attachmentBytes: Count }),
});
export type Work = v.InferOutput<typeof Work>;

export const Measured = v.object({
  /** Day of the measurement. */
  date: v.pipe(v.string(), v.isoDate()),
  order: Work,
  sweep: Work,
  health: Work,
});
export type Measured = v.InferOutput<typeof Measured>;

export const measuredUrl = new URL('./measured.json', import.meta.url);

/** @throws Error naming the field that does not fit */
export const readMeasured = (): Measured => readJsonFile(measuredUrl, Measured);
