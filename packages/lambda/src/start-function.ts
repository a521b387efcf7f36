/** What every function has: its configuration, a log, metrics, a clock and chance. Called once, at cold start. */
import { randomUUID } from 'node:crypto';
import { readEnv } from './env.ts';
import { makeLog } from './log.ts';
import { makeMetrics } from './metrics.ts';
import type { VariableName } from './variables.ts';

/**
 * Starts the function of that name.
 * @param environment `process.env`, handed over by the wiring file
 * @param names the variables it reads beside `ENVIRONMENT` and `LOG_LEVEL`
 */
export const startFunction = <const Names extends readonly [VariableName, ...VariableName[]]>(
  functionName: string,
  environment: Readonly<Record<string, string | undefined>>,
  names: Names,
) => {
  const env = readEnv(environment, names);
  return {
    env,
    log: makeLog({ functionName, environment: env.ENVIRONMENT, level: env.LOG_LEVEL }),
    metrics: makeMetrics({ functionName, environment: env.ENVIRONMENT }),
    newId: randomUUID,
    now: () => new Date(),
    random: Math.random,
  };
};
