/** Which mails about an order are due and were not sent, as when it was hidden. Pure. */
import type { Order } from '@bbws/domain/order';
import { mayMove } from '@bbws/domain/order-status';
import type { EffectName } from '@bbws/dynamo/effect';
import type { EffectFact } from '@bbws/dynamo/list-effects';

/** A mail by the options of `pnpm replay` that send it. */
export type UnsentMail = {
  readonly effect: 'confirm' | 'internal';
  /** Version of the order, for the mail about a change of its status. */
  readonly orderVersion?: number;
};

/** The mails that nobody is known to have sent; none of an order that is accepted only. */
export const mailsNotSent = (order: Order, effects: readonly EffectFact[]): UnsentMail[] => {
  if (order.stage === 'accepted') return [];
  const isDone = (name: EffectName, orderVersion?: number) =>
    effects.some(
      (one) => one.name === name && one.version === orderVersion && one.doneAt !== undefined,
    );
  const moved = order.stage === 'recorded' ? latestMove(order) : undefined;
  return [
    ...(isDone(`customer-${order.stage}`) ? [] : [{ effect: 'confirm' } as const]),
    ...(isDone(`internal-${order.stage}`) ? [] : [{ effect: 'internal' } as const]),
    ...(moved === undefined || isDone('customer-status', moved)
      ? []
      : [{ effect: 'confirm', orderVersion: moved } as const]),
  ];
};

/** Version of the change that brought the order to its status; absent while it is as it was recorded. */
const latestMove = ({ statusHistory, status }: Order): number | undefined => {
  const move = statusHistory.findLast((change, index) => {
    const before = statusHistory[index - 1];
    return before && mayMove(before.status, change.status);
  });
  return move?.status === status ? move.version : undefined;
};
