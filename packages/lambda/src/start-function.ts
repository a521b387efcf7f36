/** What every function has: its configuration, a log, metrics, a clock and chance. Called once, at cold start. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readEnv, type Env } from './env.ts';
import { makeLog, type Log } from './log.ts';
import { makeMetrics, type Metrics } from './metrics.ts';
import type { VariableName } from './variables.ts';

export type Runtime = {
  readonly log: Log;
  readonly metrics: Metrics;
  /** A fresh UUID. */
  readonly newId: () => string;
  readonly now: () => Date;
  /** A number from 0 to 1. */
  readonly random: () => number;
  /** Returns after so many milliseconds; throws when `signal` aborts. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
};

/**
 * Starts the function of that name.
 * @param environment `process.env`, handed over by the wiring file
 * @param names the variables it reads beside `ENVIRONMENT` and `LOG_LEVEL`
 */
export const startFunction = <const Names extends readonly [VariableName, ...VariableName[]]>(
  functionName: string,
  environment: Readonly<Record<string, string | undefined>>,
  names: Names,
): { readonly env: Env<Names>; readonly runtime: Runtime } => {
  const env = readEnv(environment, names);
  return {
    env,
    runtime: {
      log: makeLog({ functionName, environment: env.ENVIRONMENT, level: env.LOG_LEVEL }),
      metrics: makeMetrics({ functionName, environment: env.ENVIRONMENT }),
      newId: randomUUID,
      now: () => new Date(),
      random: Math.random,
      sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal && { signal }),
    },
  };
};
