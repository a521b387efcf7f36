/** What can go wrong with a call to AWS. */

export const faultKinds = [
  'error-before',
  'error-after',
  'crash-before',
  'crash-after',
  'throttle',
  'delay',
  'late',
  'stale-read',
] as const;

/**
 * `error-before`: the call fails and had no effect; `error-after`: it had its effect and the answer is lost;
 * `crash-before`, `crash-after`: the process dies instead of making the call, or instead of seeing its answer; `throttle`:
 * AWS refuses it; `delay`: the process stands still before it, as a frozen container does, and then goes on; `late`: the
 * caller gives up waiting, and the call arrives afterwards; `stale-read`: a read does not see the item yet, as in a replica.
 */
export type FaultKind = (typeof faultKinds)[number];

export type Fault = {
  readonly kind: FaultKind;
  /** For `delay` and `late`: when the call is made, in milliseconds from now. */
  readonly milliseconds?: number;
};

/** One attempt of one call, named so that it has the same name in every run with the same orders. */
export type CallName = {
  readonly functionName: string;
  /** Such as `UpdateItem`. */
  readonly operation: string;
  /** Id of the order that the call is about, or what else it is about. */
  readonly subject: string;
  /** The how-manieth call of that operation by that function about that subject: 1, 2 and so on. */
  readonly occurrence: number;
  /** The SDK's attempt at that call: 1, 2 and so on. */
  readonly attempt: number;
};

/** Says whether a fault is put in; a pure function of the name, and perhaps of the time (ms since 1970). */
export type FaultPlan = (call: CallName, now: number) => Fault | undefined;

export const noFaults: FaultPlan = () => undefined;
