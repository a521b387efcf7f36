/**
 * The life of an order, read from its history: accepted, then recorded or rejected, then whatever was changed. The history
 * has statuses only; what each change was follows from their order and from who made it.
 */
import type { Order, StatusChange } from './order.ts';
import { mayMove, statusesAfter } from './order-status.ts';
import { paymentStateOf } from './payment-state.ts';

/** `by` of the changes that an operator makes: beside a token's subject and `system:` with a function's name. */
export const operator = 'operator';

type Stage = Order['stage'];

/**
 * What a change did: record-creator completed the order; an operator reopened it after a rejection, or hid it or showed it
 * again; somebody changed the status or payment of the record.
 */
export type StepKind = 'completion' | 'reopening' | 'visibility' | 'change';

/** A change of an order, with what it was before. */
export type Step = {
  readonly from: StatusChange;
  readonly to: StatusChange;
  /** Absent for a change that is not allowed. */
  readonly kind: StepKind | undefined;
  /** The stage after it. */
  readonly stage: Stage;
};

type Done = Pick<Step, 'kind' | 'stage'>;

/** Every change after the first, in order. A change that is not allowed leaves the stage as it was. */
export const stepsOf = (history: readonly StatusChange[]): readonly Step[] => {
  const steps: Step[] = [];
  for (const [index, to] of history.entries()) {
    const from = history[index - 1];
    if (from) steps.push({ from, to, ...whatWasDone(steps.at(-1)?.stage ?? 'accepted', from, to) });
  }
  return steps;
};

const whatWasDone = (stage: Stage, from: StatusChange, to: StatusChange): Done => {
  const forbidden: Done = { kind: undefined, stage };
  const stays = from.status === to.status;
  if (stays && to.by === operator) return { kind: 'visibility', stage };
  switch (stage) {
    case 'accepted':
      if (to.status === 'pending') return { kind: 'completion', stage: 'recorded' };
      return to.status === 'failed' ? { kind: 'completion', stage: 'rejected' } : forbidden;
    case 'rejected':
      return to.status === 'pending' && to.by === operator
        ? { kind: 'reopening', stage: 'accepted' }
        : forbidden;
    case 'recorded':
      // Payment details alone may change while the order is not at its end.
      return (stays ? statusesAfter(from.status).length > 0 : mayMove(from.status, to.status))
        ? { kind: 'change', stage }
        : forbidden;
  }
};

/** The stage that the history ends in. */
export const stageOf = (history: readonly StatusChange[]): Stage =>
  stepsOf(history).at(-1)?.stage ?? 'accepted';

/** False when an operator hid the order and has not shown it since. */
export const isShown = (history: readonly StatusChange[]): boolean =>
  stepsOf(history).filter(({ kind }) => kind === 'visibility').length % 2 === 0;

/** The last time that an operator hid the order or showed it again after that version. */
export const lastVisibilityAfter = (
  history: readonly StatusChange[],
  version: number,
): StatusChange | undefined =>
  stepsOf(history).findLast(({ kind, to }) => kind === 'visibility' && to.version > version)?.to;

/** The change that completed the order; the last one, when it was reopened in between. */
export const completionOf = (history: readonly StatusChange[]): StatusChange | undefined =>
  stepsOf(history).findLast(({ kind }) => kind === 'completion')?.to;

/** How often the order was rejected. */
export const rejectionsIn = (history: readonly StatusChange[]): number =>
  stepsOf(history).filter(({ kind, stage }) => kind === 'completion' && stage === 'rejected')
    .length;

/** The changes of status or payment that were made to the order as a record. */
export const changesIn = (history: readonly StatusChange[]): readonly Step[] =>
  stepsOf(history).filter(({ kind }) => kind === 'change');

export const isMove = ({ from, to }: Pick<Step, 'from' | 'to'>): boolean =>
  from.status !== to.status;

/**
 * True for a change that the invoice shows: another payment state, or no other status, which means other payment details;
 * of details that changed together with the status the entry says so itself.
 */
export const changesInvoice = ({ kind, from, to }: Step): boolean =>
  kind === 'change' &&
  (to.paymentChanged === true ||
    from.status === to.status ||
    paymentStateOf(from.status) !== paymentStateOf(to.status));

/** The last change of payment until that version; `undefined` while the invoice is the one as first issued. */
export const paymentChangeAt = (
  history: readonly StatusChange[],
  version = Infinity,
): StatusChange | undefined =>
  stepsOf(history).findLast((step) => changesInvoice(step) && step.to.version <= version)?.to;

/** The change that an up-to-date invoice shows at least: the last of the payment, or else the completion. */
export const latestInvoiceChange = (history: readonly StatusChange[]): StatusChange | undefined =>
  paymentChangeAt(history) ?? completionOf(history);
