/** The command that mends something (docs/runbooks): a redrive when a message waits for it, a replay when none does. */
import type { OrderFacts, WaitingMessage } from './facts.ts';
import type { Finding } from './invariant.ts';

/** What `pnpm replay` can make again, and the function that makes it. */
const queues = {
  record: 'record-creator',
  pdf: 'pdf',
  internal: 'internal-notify',
  confirm: 'customer-confirm',
} as const;

export type ReplayedEffect = keyof typeof queues;

/**
 * The dead letter about this order that makes `effect`. A mail about a status needs the message of its version, any other
 * mail one of another type; an invoice shows the order as it is, whatever the message says.
 */
const deadLetterFor = (
  { waiting = [] }: OrderFacts,
  effect: ReplayedEffect,
  version: number | undefined,
): WaitingMessage | undefined =>
  waiting.find(({ deadLetter, queue, eventType, orderVersion }) => {
    if (!deadLetter || queue !== queues[effect]) return false;
    const tellsOfStatus = eventType === 'order.status-changed';
    return version === undefined
      ? effect !== 'confirm' || !tellsOfStatus
      : tellsOfStatus && orderVersion === version;
  });

export type Replay = {
  /** Version whose change of status is told. */
  readonly version?: number | undefined;
  /** Options of `pnpm replay` beside order and effect. */
  readonly options?: string;
};

/** How to make `effect` for the order: with the dead letter that waits for it, or anew. For a finding. */
export const remedyBy = (
  facts: OrderFacts,
  effect: ReplayedEffect,
  { version, options = '' }: Replay = {},
): Pick<Finding, 'heldBy' | 'remedy'> => {
  const heldBy = deadLetterFor(facts, effect, version);
  return heldBy
    ? { heldBy, remedy: `pnpm dlq redrive --queue ${heldBy.queue}` }
    : { remedy: replay(facts, effect, options) };
};

/** The replay of `effect`, whatever waits in dead-letter queues. */
export const replay = ({ orderId }: OrderFacts, effect: ReplayedEffect, options = ''): string =>
  `pnpm replay --order ${orderId} --effect ${effect} ${options}`.trimEnd();

/** `; its message is …`, for a finding whose message waits in a dead-letter queue; empty otherwise. */
export const whereItWaits = ({ heldBy }: Pick<Finding, 'heldBy'>): string =>
  heldBy
    ? `; its message is in the dead-letter queue of ${heldBy.queue} (${heldBy.reason ?? 'without a reason'})`
    : '';
