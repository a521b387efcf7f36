/** A log and metrics that remember what they were told. */
import type { Log, LogFields } from '../log.ts';
import type { Metrics } from '../metrics.ts';

export type LogLine = {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
} & LogFields;

export const observedLog = (): { readonly log: Log; readonly lines: LogLine[] } => {
  const lines: LogLine[] = [];
  const logWith = (context: LogFields): Log => ({
    info: (message, fields) => lines.push({ ...context, ...fields, level: 'info', message }),
    warn: (message, fields) => lines.push({ ...context, ...fields, level: 'warn', message }),
    error: (message, _, fields) => lines.push({ ...context, ...fields, level: 'error', message }),
    with: (fields) => logWith({ ...context, ...fields }),
  });
  return { log: logWith({}), lines };
};

export const observedMetrics = (): {
  readonly metrics: Metrics;
  readonly counts: Partial<Record<string, number>>;
} => {
  const counts: Partial<Record<string, number>> = {};
  const add = (name: string, by: number) => {
    counts[name] = (counts[name] ?? 0) + by;
  };
  return {
    counts,
    metrics: {
      count: (name, by = 1) => add(name, by),
      duration: (name) => add(name, 1),
      flush: () => undefined,
    },
  };
};
