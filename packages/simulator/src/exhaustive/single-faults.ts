/** Every single fault of a flow: each call of it, each way in which it can fail. */
import type { CallName, Fault, FaultKind, FaultPlan } from '../faults/fault.ts';
import type { CallRecord } from '../world/history.ts';

/** A call of a flow, without the attempts. */
export type Point = Pick<CallName, 'functionName' | 'operation' | 'occurrence'> & {
  /** What the call is about: the order, its cart, or the caller's request as a whole. */
  readonly about: 'order' | 'cart' | 'request';
};

export type SingleFault = Point & {
  readonly kind: FaultKind;
  /** Attempts of the SDK that the fault hits: the first alone, or every one, so that the call as a whole fails. */
  readonly attempts: 'first' | 'every';
};

/** What is tried at each point. A crash ends the attempts; an answer may be lost once or with every attempt. */
const ways: readonly Pick<SingleFault, 'kind' | 'attempts'>[] = [
  { kind: 'error-before', attempts: 'every' },
  { kind: 'error-after', attempts: 'first' },
  { kind: 'error-after', attempts: 'every' },
  { kind: 'crash-before', attempts: 'first' },
  { kind: 'crash-after', attempts: 'first' },
  { kind: 'throttle', attempts: 'every' },
  { kind: 'late', attempts: 'first' },
];

/** The points that a flow without faults came through. */
export const pointsOf = (calls: readonly (CallRecord & Pick<Point, 'about'>)[]): Point[] => [
  ...new Map(
    calls.map(({ functionName, operation, occurrence, about }) => [
      `${functionName} ${operation} ${about} ${occurrence}`,
      { functionName, operation, about, occurrence },
    ]),
  ).values(),
];

export const singleFaults = (points: readonly Point[]): SingleFault[] =>
  points.flatMap((point) => ways.map((way) => ({ ...point, ...way })));

/** How long after the caller gave up a late call arrives, in milliseconds. */
const lateBy = 20_000;

/** What a subject is, and the faults of the case that it belongs to. */
export type Target = { readonly about: Point['about']; readonly faults: readonly SingleFault[] };

export const planOf =
  (targetOf: (subject: string) => Target | undefined): FaultPlan =>
  ({ subject, functionName, operation, occurrence, attempt }): Fault | undefined => {
    const target = targetOf(subject);
    const hit = target?.faults.find(
      (fault) =>
        fault.about === target.about &&
        fault.functionName === functionName &&
        fault.operation === operation &&
        fault.occurrence === occurrence &&
        (fault.attempts === 'every' || attempt === 1),
    );
    return hit && { kind: hit.kind, milliseconds: lateBy };
  };

/** As reports name it. */
export const nameOfFault = ({
  functionName,
  operation,
  about,
  occurrence,
  kind,
  attempts,
}: SingleFault) =>
  `${functionName} ${operation} (${about}) ${occurrence}: ${kind}${attempts === 'every' ? ', every attempt' : ''}`;
