/** Waiting that the operator can end, and lines with the time before them. */
import { setTimeout } from 'node:timers/promises';

export type Stoppable = {
  /** Rejects at once after Ctrl-C, and always from then on. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly isStopped: () => boolean;
};

/** Takes the first Ctrl-C, or a wish that the process end, for the end of waiting; a second one ends the process. */
export const stoppable = (): Stoppable => {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      console.error('\nStopping…');
      stop.abort();
    });
  return {
    sleep: async (milliseconds) => {
      try {
        await setTimeout(milliseconds, undefined, { signal: stop.signal });
      } catch (error) {
        throw new Error('Ended by the operator.', { cause: error });
      }
    },
    isStopped: () => stop.signal.aborted,
  };
};

/** Prints a line with its time (UTC) and the seconds since the command began: what a drill writes down. */
export const stamped =
  (started: Date, now: () => Date = () => new Date()) =>
  (line: string): void => {
    const at = now();
    const passed = ((at.getTime() - started.getTime()) / 1000).toFixed(1);
    console.log(`${at.toISOString()}  ${`+${passed} s`.padStart(9)}  ${line}`);
  };
