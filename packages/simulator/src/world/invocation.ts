/** One run of a function: known to every call that is made in it. */
import { AsyncLocalStorage } from 'node:async_hooks';

export type Invocation = {
  /** Counts up. */
  readonly id: number;
  readonly functionName: string;
  /** What it is about, for calls that do not say it themselves. */
  readonly about?: string | undefined;
  /** Ends the process that it runs in: nothing more is heard of it. */
  readonly die: () => void;
  /** True when its process has ended. */
  readonly isDead: () => boolean;
  /** Resolves when its process ends. */
  readonly death: Promise<undefined>;
};

export const makeInvocation = (id: number, functionName: string, about?: string): Invocation => {
  const { promise: death, resolve } = Promise.withResolvers<undefined>();
  let dead = false;
  return {
    id,
    functionName,
    about,
    death,
    isDead: () => dead,
    die: () => {
      dead = true;
      resolve(undefined);
    },
  };
};

const storage = new AsyncLocalStorage<Invocation>();

/** The invocation that the caller runs in. Throws outside of one. */
export const presentInvocation = (): Invocation => {
  const invocation = storage.getStore();
  if (!invocation) throw new Error('A function called AWS outside of an invocation');
  return invocation;
};

export const runIn = <T>(invocation: Invocation, work: () => T): T => storage.run(invocation, work);
