/** The outbox of an order: events that are part of its writes, kept until their receipt is proven. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderEvent } from '@bbws/domain/order-event';
import { ifConditionHolds } from './conditional.ts';
import { makeExpression } from './expression.ts';
import { orderKey, outboxKey } from './keys.ts';
import type { Table } from './table.ts';

/**
 * Takes an event out of its order's outbox, and the order out of the outbox index when it was the last. Taking out
 * what is not there is no error.
 * Table, one to three conditional UpdateItems: one write unit per KB of the order each, and the outbox index.
 */
export const removeFromOutbox =
  (table: Table) =>
  async (event: OrderEvent): Promise<void> => {
    // The third attempt is for the event that became the last one between the first two.
    for (const removal of [asLast, amongOthers, asLast])
      if (await ifConditionHolds(table.client.send(removal(table, event)))) return;
  };

const asLast = (table: Table, event: OrderEvent): UpdateCommand => {
  const x = makeExpression();
  return new UpdateCommand({
    TableName: table.name,
    Key: orderKey(event.tenantId, event.orderId),
    UpdateExpression: `REMOVE ${x.path('outbox', event.id)}, ${x.path('GSI4_PK')}, ${x.path('GSI4_SK')}`,
    ConditionExpression: `attribute_exists(${x.path('outbox', event.id)}) AND size(${x.path('outbox')}) = ${x.value(1)}`,
    ...x.attributes(),
  });
};

const amongOthers = (table: Table, event: OrderEvent): UpdateCommand => {
  const x = makeExpression();
  return new UpdateCommand({
    TableName: table.name,
    Key: orderKey(event.tenantId, event.orderId),
    UpdateExpression: `REMOVE ${x.path('outbox', event.id)}`,
    ConditionExpression: `attribute_exists(${x.path('outbox', event.id)}) AND size(${x.path('outbox')}) > ${x.value(1)}`,
    ...x.attributes(),
  });
};

/**
 * Makes an order's outbox due at `at` (UTC), because the event's publication failed. Nothing happens when the event is
 * no longer in it.
 * Table, conditional UpdateItem: one write unit per KB of the order, and the outbox index.
 */
export const makeOutboxDue =
  (table: Table) =>
  async (event: OrderEvent, at: string): Promise<void> => {
    const x = makeExpression();
    await ifConditionHolds(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: orderKey(event.tenantId, event.orderId),
          UpdateExpression: `SET ${x.assignments(outboxKey(event.orderId, at))}`,
          ConditionExpression: `attribute_exists(${x.path('outbox', event.id)})`,
          ...x.attributes(),
        }),
      ),
    );
  };

/** Both operations, for functions that publish. */
export const outboxOf = (table: Table) => ({
  removeFromOutbox: removeFromOutbox(table),
  makeOutboxDue: makeOutboxDue(table),
});
