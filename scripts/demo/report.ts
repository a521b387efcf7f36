/** Sums a demo up: for machines as one object, for people as a few lines. */
import { toDecimalNumber } from '@bbws/domain/money';
import type { Examined } from './examine.ts';
import { stageNames, type Follower, type Stages } from './stages.ts';

export type Report = {
  readonly orders: number;
  readonly completed: number;
  readonly failed: number;
  readonly durationMs: number;
  /** From POST to the last mail. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly ordersPerSecond: number;
  readonly first: {
    readonly orderId: string;
    readonly orderNumber: string;
    readonly total: number | null;
    readonly currency: string | null;
    readonly stages: Stages;
  };
};

/** The smallest value that `share` (0 to 1) of the values do not exceed (nearest rank). */
const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(values.length * share) - 1)] ??
  0;

const lastMail = ({ internalMail = 0, customerMail = 0 }: Stages): number =>
  Math.max(internalMail, customerMail);

const width = Math.max(...stageNames.map((stage) => stage.length));

/** The stages of an order, a line each, with their times as bars. */
export const stageLines = (stages: Stages): string[] => {
  const slowest = Math.max(1, ...Object.values(stages));
  return stageNames.map((stage) => {
    const time = stages[stage];
    if (time === undefined) return `  ${stage.padEnd(width)}   missing`;
    const bar = '█'.repeat(Math.max(1, Math.round((time / slowest) * 40)));
    return `  ${stage.padEnd(width)} ${String(time).padStart(7)} ms  ${bar}`;
  });
};

export const makeReport = (
  follower: Follower,
  examined: readonly Examined[],
  durationMs: number,
  { placed, order }: Examined,
): Report => {
  const sound = examined.filter(({ faults }) => faults.length === 0);
  const times = sound.map((one) => lastMail(follower.stagesOf(one.placed.orderId)));
  return {
    orders: examined.length,
    completed: sound.length,
    failed: examined.length - sound.length,
    durationMs: Math.round(durationMs),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    ordersPerSecond: Number((sound.length / (durationMs / 1000)).toFixed(1)),
    first: {
      orderId: placed.orderId,
      orderNumber: placed.orderNumber,
      total: order ? toDecimalNumber(order.total, order.currency) : null,
      currency: order?.currency ?? null,
      stages: follower.stagesOf(placed.orderId),
    },
  };
};
