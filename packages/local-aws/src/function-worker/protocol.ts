/** What passes between a function's worker thread and the thread that invokes it. */
import * as v from 'valibot';

/** What the function is started with; the rest it finds in its environment. */
export const ThreadInput = v.object({
  /** URL of the bundle. */
  bundle: v.string(),
  functionName: v.string(),
  functionArn: v.string(),
  memoryMb: v.number(),
});
export type ThreadInput = v.InferOutput<typeof ThreadInput>;

export const InvokeMessage = v.object({
  requestId: v.string(),
  event: v.unknown(),
  /** When the time runs out, in ms since the epoch. */
  deadline: v.number(),
});
export type InvokeMessage = v.InferOutput<typeof InvokeMessage>;

/** An error in Lambda's shape. */
export const InvocationError = v.object({
  errorType: v.string(),
  errorMessage: v.string(),
  trace: v.optional(v.array(v.string())),
});
export type InvocationError = v.InferOutput<typeof InvocationError>;

/** What an invocation led to. The payload went through JSON, as Lambda's does: `undefined` became `null`. */
export const Outcome = v.variant('ok', [
  v.object({ ok: v.literal(true), payload: v.unknown() }),
  v.object({ ok: v.literal(false), error: InvocationError }),
]);
export type Outcome = v.InferOutput<typeof Outcome>;

export const ThreadMessage = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('not-loaded'), error: InvocationError }),
  v.object({ type: v.literal('answered'), requestId: v.string(), outcome: Outcome }),
]);
export type ThreadMessage = v.InferOutput<typeof ThreadMessage>;
