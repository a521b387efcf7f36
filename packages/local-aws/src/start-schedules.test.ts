import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { FunctionLog } from './function-logs.ts';
import type { Outcome } from './function-worker/protocol.ts';
import { readFunctionsFile, type FunctionsFile } from './functions-file.ts';
import { startSchedules, type SchedulesDeps } from './start-schedules.ts';
import { eventually } from './testing/eventually.ts';

/** A file with functions of those rates, and one that no schedule invokes. */
const fileWith = (rates: Readonly<Record<string, number>>): FunctionsFile => {
  const settings = { memoryMb: 128, timeoutSeconds: 3, environment: [] };
  const scheduled = Object.entries(rates).map(([name, rateMinutes]) => [
    name,
    { ...settings, trigger: { type: 'schedule' as const, rateMinutes } },
  ]);
  return {
    ...readFunctionsFile(),
    functions: {
      ...Object.fromEntries(scheduled),
      http: { ...settings, trigger: { type: 'http' as const } },
    },
  };
};

const done: Outcome = { ok: true, payload: null };

/** A minute is 20 ms. */
const start = (changes: Partial<SchedulesDeps> = {}) => {
  const invoked: { readonly name: string; readonly event: unknown }[] = [];
  const logs: FunctionLog[] = [];
  const schedules = startSchedules({
    functionsFile: fileWith({ sweeper: 1 }),
    timeScale: 3000,
    invoke: async (name, event) => {
      invoked.push({ name, event });
      return done;
    },
    onLog: (log) => logs.push(log),
    ...changes,
  });
  return { schedules, invoked, logs };
};

describe('a schedule', () => {
  test('invokes its function again and again, as EventBridge does', async () => {
    const { schedules, invoked } = start();

    await eventually(
      () => invoked,
      ({ length }) => length >= 3,
    );

    await schedules.close();
    expect(invoked[0]).toMatchObject({
      name: 'sweeper',
      event: { source: 'aws.events', 'detail-type': 'Scheduled Event' },
    });
    expect(new Set(invoked.map(({ name }) => name))).toEqual(new Set(['sweeper']));
  });

  test('waits for the time of its own function', async () => {
    const { schedules, invoked } = start({
      functionsFile: fileWith({ often: 1, seldom: 10_000 }),
    });

    await eventually(
      () => invoked,
      ({ length }) => length >= 3,
    );

    await schedules.close();
    expect(new Set(invoked.map(({ name }) => name))).toEqual(new Set(['often']));
  });

  test('does not invoke a function that still runs', async () => {
    const finish: (() => void)[] = [];
    const { schedules } = start({
      invoke: () => new Promise<Outcome>((resolve) => finish.push(() => resolve(done))),
    });

    await eventually(
      () => finish,
      ({ length }) => length === 1,
    );
    await delay(100);
    const calls = finish.length;

    finish[0]?.();
    await eventually(
      () => finish,
      ({ length }) => length === 2,
    );
    finish[1]?.();
    await schedules.close();
    expect(calls).toBe(1);
  });

  test('goes on after a failure, and tells of it', async () => {
    const outcomes: (() => Promise<Outcome>)[] = [
      async () => ({ ok: false, error: { errorType: 'Error', errorMessage: 'No table.' } }),
      () => Promise.reject(new Error('No function.')),
    ];
    let calls = 0;
    const { schedules, logs } = start({
      invoke: async () => outcomes[calls++]?.() ?? done,
    });

    await eventually(
      () => calls,
      (count) => count >= 3,
    );

    await schedules.close();
    expect(logs).toMatchObject([
      { functionName: 'sweeper', stream: 'stderr', line: 'Schedule: Error: No table.' },
      { functionName: 'sweeper', stream: 'stderr', line: 'Schedule: Error: No function.' },
    ]);
  });

  test('ends when it is closed: at once while it waits', async () => {
    const { schedules, invoked } = start({ timeScale: 1 });

    await schedules.close();

    expect(invoked).toEqual([]);
  });

  test('ends when it is closed: after the invocation under way, whose end is no error', async () => {
    const ending = Promise.withResolvers<Outcome>();
    let calls = 0;
    const { schedules, logs } = start({
      invoke: () => {
        calls += 1;
        return ending.promise;
      },
    });
    await eventually(
      () => calls,
      (count) => count === 1,
    );

    let closed = false;
    const closing = schedules.close().then(() => {
      closed = true;
    });
    await delay(50);
    const closedEarly = closed;
    ending.resolve({ ok: false, error: { errorType: 'Runtime.ExitError', errorMessage: 'Over.' } });
    await closing;

    expect(closedEarly).toBe(false);
    expect(calls).toBe(1);
    expect(logs).toEqual([]);
  });
});
