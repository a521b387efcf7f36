/** What passes between an emulator's worker thread and the thread that started it. */
import * as v from 'valibot';
import { AwsCall } from '../calls/aws-call.ts';

/** Port 0 asks for any free one. */
export const WorkerInput = v.object({
  port: v.number(),
  timeScale: v.number(),
  /** Memory of a clock that the starting thread sets; then the time scale does not count. */
  clock: v.optional(v.instance(SharedArrayBuffer)),
  /** Whether the calls of functions are told. */
  watched: v.optional(v.boolean(), false),
});
export type WorkerInput = v.InferInput<typeof WorkerInput>;

export const WorkerOutput = v.variant('type', [
  v.object({ type: v.literal('listening'), port: v.number() }),
  v.object({ type: v.literal('failed'), reason: v.string() }),
  v.object({ type: v.literal('called'), call: AwsCall }),
]);
export type WorkerOutput = v.InferOutput<typeof WorkerOutput>;
