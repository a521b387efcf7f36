/** What passes between an emulator's worker thread and the thread that started it. */
import * as v from 'valibot';

/** Port 0 asks for any free one. */
export const WorkerInput = v.object({
  port: v.number(),
  timeScale: v.number(),
  /** Memory of a clock that the starting thread sets; then the time scale does not count. */
  clock: v.optional(v.instance(SharedArrayBuffer)),
});
export type WorkerInput = v.InferOutput<typeof WorkerInput>;

export const WorkerOutput = v.variant('type', [
  v.object({ type: v.literal('listening'), port: v.number() }),
  v.object({ type: v.literal('failed'), reason: v.string() }),
]);
export type WorkerOutput = v.InferOutput<typeof WorkerOutput>;
