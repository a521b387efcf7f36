/** A change as an operator makes it: the next entry of the order's history. */
import { mostOperatorChanges, type Order, type StatusChange } from '@bbws/domain/order';
import { operator } from '@bbws/domain/order-life';
import { Refusal } from './refusal.ts';

/** How often a change starts again from the read when somebody else was faster. */
export const rounds = 4;

/** @throws Refusal when the order's history is full */
export const operatorChange = (
  order: Order,
  { status, at, writeId }: Pick<StatusChange, 'status' | 'at' | 'writeId'>,
): StatusChange => {
  if (order.statusHistory.length >= mostOperatorChanges)
    throw new Refusal(
      `The history of order ${order.orderNumber} is full (${order.statusHistory.length} changes; ${mostOperatorChanges} are the most for operators).`,
    );
  return { status, at, by: operator, version: order.version + 1, writeId };
};
