/** A function that can be invoked: always one thread ready, a new one after the last has died or run out of time. */
import type { Closable } from '../started.ts';
import type { FunctionSpec } from './function-spec.ts';
import type { Outcome } from './protocol.ts';
import { startThread, type Thread } from './start-thread.ts';

export type RunningFunction = Closable & {
  /** Never rejects: whatever goes wrong is an outcome with an error in it, as Lambda answers. */
  readonly invoke: (event: unknown) => Promise<Outcome>;
};

const failure = (errorType: string, errorMessage: string): Outcome => ({
  ok: false,
  error: { errorType, errorMessage },
});

/** @throws Error when the bundle does not load. */
export const startFunction = async (spec: FunctionSpec): Promise<RunningFunction> => {
  const threads = new Set<Promise<Thread>>();
  let current: Promise<Thread> | undefined;
  let closed = false;

  const start = (): Promise<Thread> => {
    const thread = startThread(spec, () => {
      if (current === thread) current = undefined;
    });
    threads.add(thread);
    return thread;
  };

  const invoke = async (event: unknown): Promise<Outcome> => {
    // A mapping may still hand over the batch that it was gathering: no thread must start for it.
    if (closed) return failure('Runtime.ExitError', `The function ${spec.name} is closed.`);
    try {
      current ??= start();
      const thread = await current;
      return await thread.invoke(event);
    } catch (error) {
      return failure('Runtime.ImportModuleError', String(error));
    }
  };

  current = start();
  await current;
  return {
    invoke,
    close: async () => {
      closed = true;
      const settled = await Promise.allSettled(threads);
      const started = settled.filter((each) => each.status === 'fulfilled');
      await Promise.all(started.map(({ value }) => value.close()));
    },
  };
};
