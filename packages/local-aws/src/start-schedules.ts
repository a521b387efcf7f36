/** Invokes every function of functions.json that has a schedule, as EventBridge does. */
import { setTimeout as delay } from 'node:timers/promises';
import { toFunctionLog, type FunctionLog } from './function-logs.ts';
import { scheduledFunctions, type FunctionsFile } from './functions-file.ts';
import type { Functions } from './start-functions.ts';
import type { Closable } from './started.ts';

export type SchedulesDeps = {
  readonly functionsFile: FunctionsFile;
  /** How much faster than real time the queues' clock runs. */
  readonly timeScale: number;
  readonly invoke: Functions['invoke'];
  readonly onLog: (log: FunctionLog) => void;
};

/** What EventBridge hands to the function, as far as anybody could want it. */
const scheduledEvent = () => ({
  version: '0',
  source: 'aws.events',
  'detail-type': 'Scheduled Event',
  time: new Date().toISOString(),
  detail: {},
});

/**
 * Each function is invoked first when its rate has passed, and never while its last invocation runs. Rates are divided
 * by the scale like the queues' delays, although a function's own clock is real: whatever it finds due is due, it only
 * looks more often. Closing waits for the invocations under way.
 */
export const startSchedules = ({
  functionsFile,
  timeScale,
  invoke,
  onLog,
}: SchedulesDeps): Closable => {
  const closing = new AbortController();
  const { signal } = closing;
  const invokeOnce = async (name: string): Promise<void> => {
    const report = (error: unknown) => {
      // The end of the functions cuts an invocation short: that is none of its errors.
      if (signal.aborted) return;
      onLog(toFunctionLog(name, 'stderr', `Schedule: ${String(error)}`, Date.now()));
    };
    try {
      const outcome = await invoke(name, scheduledEvent());
      if (!outcome.ok) report(`${outcome.error.errorType}: ${outcome.error.errorMessage}`);
    } catch (error) {
      report(error);
    }
  };
  const repeat = async (name: string, intervalMs: number): Promise<void> => {
    const pause = () => delay(intervalMs, true, { signal }).catch(() => false);
    while (await pause()) await invokeOnce(name);
  };
  const schedules = scheduledFunctions(functionsFile).map(({ name, rateMinutes }) =>
    repeat(name, (rateMinutes * 60_000) / timeScale),
  );
  return {
    close: async () => {
      closing.abort();
      await Promise.all(schedules);
    },
  };
};
