/** What the functions logged and counted: the story of an order for whoever looks into a violation. */
import type { Log, LogFields } from '@bbws/lambda/log';
import type { Metrics } from '@bbws/lambda/metrics';

export type Journal = {
  readonly log: Log;
  readonly metrics: Metrics;
  /** How often each thing was counted. */
  readonly counts: ReadonlyMap<string, number>;
  /** What was logged about an order, oldest first. */
  readonly linesOf: (orderId: string) => readonly string[];
};

/** Lines kept for each order. */
const mostLines = 60;

export const makeJournal = (now: () => number): Journal => {
  const counts = new Map<string, number>();
  const lines = new Map<string, string[]>();
  const write = (message: string, fields: LogFields) => {
    const { orderId } = fields;
    if (typeof orderId !== 'string') return;
    const own = lines.get(orderId) ?? [];
    lines.set(orderId, own);
    if (own.length === mostLines) return;
    const told = ['eventType', 'receiveCount', 'reason', 'effect', 'httpStatus'] as const;
    const details = told.flatMap((name) =>
      fields[name] === undefined ? [] : [`${name}=${String(fields[name])}`],
    );
    own.push([new Date(now()).toISOString(), message, ...details].join(' '));
  };
  const logWith = (context: LogFields): Log => ({
    info: (message, fields) => write(message, { ...context, ...fields }),
    warn: (message, fields) => write(message, { ...context, ...fields }),
    error: (message, error, fields) => {
      const name = error instanceof Error ? ` (${error.name})` : '';
      write(`${message}${name}`, { ...context, ...fields });
    },
    with: (fields) => logWith({ ...context, ...fields }),
  });
  const count = (name: string, by = 1) => {
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  return {
    log: logWith({}),
    metrics: { count, duration: () => undefined, flush: () => undefined },
    counts,
    linesOf: (orderId) => lines.get(orderId) ?? [],
  };
};
