/** Every fault at once, at given rates. */
import { chance } from '../faults/chance.ts';
import {
  faultKinds,
  type CallName,
  type Fault,
  type FaultKind,
  type FaultPlan,
} from '../faults/fault.ts';
import type { DeliveryPlan } from '../source/event-source.ts';

/** How often each fault hits one attempt of a call: 0.02 is one in fifty. */
export type FaultRates = Readonly<Record<FaultKind, number>> & {
  /** How often a fault hits every attempt of a call, so that the call as a whole fails. */
  readonly whole: number;
};

export const stormRates: FaultRates = {
  'error-before': 0.02,
  'error-after': 0.02,
  throttle: 0.02,
  'crash-before': 0.004,
  'crash-after': 0.004,
  delay: 0.01,
  late: 0.01,
  'stale-read': 0.01,
  whole: 0.02,
};

const lastingKinds = ['error-before', 'error-after', 'throttle'] as const;
const seconds = 1_000;
/** Longer than the longest time-out of a function: a frozen process goes on when others have taken over. */
const longestDelay = 90 * seconds;

/** @param until when the faults stop, in ms since 1970 */
export const stormFaults =
  (seed: number, rates: FaultRates, until: number): FaultPlan =>
  (call, now): Fault | undefined => {
    if (now >= until) return undefined;
    const { functionName, operation, subject, occurrence, attempt } = call;
    const name = [functionName, operation, subject, occurrence].join(' ');
    if (chance(seed, 'whole', name) < rates.whole) {
      const kind = lastingKinds[Math.floor(chance(seed, 'lasting', name) * lastingKinds.length)];
      return kind && { kind };
    }
    const kind = pick(rates, chance(seed, 'attempt', name, attempt), call);
    const milliseconds = 4 * seconds + chance(seed, 'time', name, attempt) * longestDelay;
    return kind && { kind, milliseconds };
  };

/** Consumers may run in a region whose replica lags; what the API reads, it reads where it writes. */
const mayBeStale = ({ functionName, operation }: CallName): boolean =>
  operation === 'GetItem' && functionName !== 'create' && functionName !== 'update';

const pick = (rates: FaultRates, drawn: number, call: CallName): FaultKind | undefined => {
  let above = drawn;
  for (const kind of faultKinds) {
    above -= rates[kind];
    if (above < 0) return kind === 'stale-read' && !mayBeStale(call) ? undefined : kind;
  }
  return undefined;
};

const rareDelivery = 0.03;

/** Deliveries that come late, once more, or again although they were done. */
export const stormDeliveries =
  (seed: number, until: number, now: () => number): DeliveryPlan =>
  ({ functionName, subject, eventType, receiveCount }) => {
    if (now() >= until) return {};
    const drawn = (what: string) =>
      chance(seed, what, functionName, subject, eventType, receiveCount);
    const time = 1 + drawn('time') * 600 * seconds;
    return {
      ...(drawn('late') < rareDelivery && { lateBy: time }),
      ...(drawn('again') < rareDelivery && { againAfter: time }),
      keep: drawn('keep') < rareDelivery,
    };
  };
