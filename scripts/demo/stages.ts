/** Follows orders through the service by what its functions log. */
import type { FunctionLog } from '@bbws/local-aws/function-logs';

export const stageNames = [
  'accepted',
  'recorded',
  'invoiced',
  'internalMail',
  'customerMail',
] as const;
type StageName = (typeof stageNames)[number];

/** When an order reached a stage, in milliseconds since it was posted. */
export type Stages = Partial<Record<StageName, number>>;

const stageOfMessage: Readonly<Record<string, StageName>> = {
  'Order recorded': 'recorded',
  'Invoice rendered': 'invoiced',
  'Internal mail sent': 'internalMail',
  'Customer mail sent': 'customerMail',
};

export type Follower = {
  /** To be called with every line that a function logs. */
  readonly onLog: (log: FunctionLog) => void;
  /** Counts times of the order from `postedAt`, in ms since 1970. */
  readonly follow: (orderId: string, postedAt: number, acceptedAt: number) => void;
  readonly stagesOf: (orderId: string) => Stages;
  /** How many of the followed orders have passed every stage. */
  readonly completed: () => number;
};

export const makeFollower = (): Follower => {
  // A line may come before the answer that tells its order's id.
  const times = new Map<string, Partial<Record<StageName, number>>>();
  const posted = new Map<string, number>();
  const timesOf = (orderId: string) => {
    const known = times.get(orderId) ?? {};
    times.set(orderId, known);
    return known;
  };
  const isComplete = (orderId: string) =>
    stageNames.every((stage) => times.get(orderId)?.[stage] !== undefined);

  return {
    onLog: ({ entry, at }) => {
      const { message, orderId } = entry ?? {};
      const stage = typeof message === 'string' ? stageOfMessage[message] : undefined;
      if (stage && typeof orderId === 'string') timesOf(orderId)[stage] ??= at;
    },
    follow: (orderId, postedAt, acceptedAt) => {
      posted.set(orderId, postedAt);
      timesOf(orderId).accepted = acceptedAt;
    },
    stagesOf: (orderId) => {
      const start = posted.get(orderId) ?? 0;
      return Object.fromEntries(
        Object.entries(timesOf(orderId)).map(([stage, at]) => [stage, Math.round(at - start)]),
      );
    },
    completed: () => [...posted.keys()].filter(isComplete).length,
  };
};
