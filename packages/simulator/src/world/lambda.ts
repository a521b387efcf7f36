/** Runs functions as Lambda does: a container takes one invocation at a time, has a time-out, and can die. */
import type { VirtualClock } from './virtual-clock.ts';
import type { FunctionName, Handler } from './functions.ts';
import { makeInvocation, runIn, type Invocation } from './invocation.ts';

export type Invoked =
  | { readonly outcome: 'answered'; readonly payload: unknown }
  /** The handler threw. */
  | { readonly outcome: 'failed' }
  /** The process ended, or its time did; then it may go on later, as a thawed container does. */
  | { readonly outcome: 'died' };

export type Lambda = {
  readonly invoke: (
    name: FunctionName,
    event: unknown,
    options?: InvokeOptions,
  ) => Promise<Invoked>;
};

export type InvokeOptions = {
  /** What it is about, for calls that do not say it themselves. */
  readonly about?: string;
  readonly onStart?: (invocation: Invocation) => void;
};

export type LambdaDeps = {
  readonly clock: VirtualClock;
  readonly containers: Record<FunctionName, () => Handler>;
  readonly timeoutSeconds: (name: FunctionName) => number;
  /** True when each invocation has a container of its own, which remembers nothing of others. */
  readonly freshContainers?: boolean | undefined;
  /** Changes what a function is given, for a deliberate defect. */
  readonly request?: ((name: FunctionName, event: unknown) => unknown) | undefined;
  /** Changes what a function answers, for a deliberate defect. */
  readonly answer?: ((name: FunctionName, payload: unknown, event: unknown) => unknown) | undefined;
};

export const makeLambda = ({
  clock,
  containers,
  timeoutSeconds,
  answer,
  request,
  freshContainers,
}: LambdaDeps): Lambda => {
  const idle = new Map<FunctionName, Handler[]>();
  let invocations = 0;
  return {
    invoke: async (name, event, { about, onStart } = {}) => {
      const free = idle.get(name) ?? [];
      idle.set(name, free);
      const handler = free.pop() ?? containers[name]();
      invocations += 1;
      const invocation = makeInvocation(invocations, name, about);
      onStart?.(invocation);
      const time = timeoutSeconds(name) * 1000;
      const end = clock.now() + time;
      const over = new AbortController();
      const invoked = await Promise.race([
        runIn(invocation, () =>
          answerOf(handler, request ? request(name, event) : event, () =>
            Math.max(0, end - clock.now()),
          ),
        ),
        died(invocation.death),
        died(clock.sleep(time, over.signal)),
      ]);
      over.abort();
      // Who died took its container along; who ran out of time still holds it.
      if (invoked.outcome !== 'died' && !freshContainers) free.push(handler);
      return answer && invoked.outcome === 'answered'
        ? { outcome: 'answered', payload: answer(name, invoked.payload, event) }
        : invoked;
    },
  };
};

const answerOf = async (
  handler: Handler,
  event: unknown,
  getRemainingTimeInMillis: () => number,
): Promise<Invoked> => {
  try {
    return { outcome: 'answered', payload: await handler(event, { getRemainingTimeInMillis }) };
  } catch {
    return { outcome: 'failed' };
  }
};

const died = async (end: Promise<void>): Promise<Invoked> => {
  try {
    await end;
  } catch {
    // The sleep was called off: somebody else ended the race.
  }
  return { outcome: 'died' };
};
