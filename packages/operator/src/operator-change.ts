/** A change as an operator makes it: the next entry of the order's history. */
import { mostChanges, type Order, type StatusChange } from '@bbws/domain/order';
import { operator } from '@bbws/dynamo/write-change';
import { Refusal } from './refusal.ts';

/** How often a change starts again from the read when somebody else was faster. */
export const rounds = 4;

/** @throws Refusal when the order's history is full */
export const operatorChange = (
  order: Order,
  { status, at, writeId }: Pick<StatusChange, 'status' | 'at' | 'writeId'>,
): StatusChange => {
  if (order.statusHistory.length >= mostChanges)
    throw new Refusal(
      `The history of order ${order.orderNumber} is full (${mostChanges} changes): it cannot be changed any more.`,
    );
  return { status, at, by: operator, version: order.version + 1, writeId };
};
