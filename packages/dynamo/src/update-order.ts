/** Changes status and payment of a recorded order, together with the event that says so. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { RecordedOrder, type StatusChange } from '@bbws/domain/order';
import type { OrderEvent } from '@bbws/domain/order-event';
import type { PaymentDetails } from '@bbws/domain/payment-details';
import { ifConditionHolds } from './conditional.ts';
import { makeExpression } from './expression.ts';
import { byStatusKey, orderKey, outboxKey } from './keys.ts';
import { earlier, firstDue } from './outbox-due.ts';
import { parseItem } from './parse-item.ts';
import { readOrder } from './read-order.ts';
import { hasWrite, parseStoredOrder, type StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';

export type OrderChange = {
  /** The order as it was read; the change holds only while its version does. */
  readonly order: RecordedOrder;
  /** When the sweeper would look at the events that the order had when it was read. */
  readonly outboxDueAt?: string | undefined;
  readonly change: StatusChange;
  readonly paymentDetails?: PaymentDetails | undefined;
  /** `order.status-changed`; its id is the change's `writeId`. */
  readonly event: OrderEvent;
};

/**
 * The order after the change; `undefined` when somebody else changed it since it was read. A retry that meets its own
 * write has succeeded.
 * Table, conditional UpdateItem: one write unit per KB (about 3 for 10 lines), and the indexes by date, status and
 * outbox; when the condition fails a consistent read.
 */
export const updateOrder =
  (table: Table) =>
  async (orderChange: OrderChange): Promise<StoredOrder | undefined> => {
    const { order, change } = orderChange;
    // Nothing is written that could not be read again: a history has a limit.
    const { statusHistory } = RecordedOrder.entries;
    parseItem(statusHistory, [...order.statusHistory, change], 'The new history of an order');
    const updated = await ifConditionHolds(table.client.send(update(table, orderChange)));
    if (updated) return parseStoredOrder(updated.Attributes);
    const stored = await readOrder(table)(order.tenantId, order.id);
    return stored && hasWrite(stored.order, change.writeId) ? stored : undefined;
  };

const update = (
  { name }: Table,
  { order, outboxDueAt, change, paymentDetails, event }: OrderChange,
): UpdateCommand => {
  const x = makeExpression();
  const { tenantId, id } = order;
  const due = earlier(outboxDueAt, firstDue(event.type, event.occurredAt));
  const set = x.assignments({
    status: change.status,
    paymentDetails,
    version: change.version,
    dateLastUpdated: change.at,
    lastUpdatedBy: change.by,
    // A hidden order has no list index keys (R-DAT-08).
    ...(order.active && byStatusKey(tenantId, change.status, order)),
    ...outboxKey(id, due),
  });
  const history = x.path('statusHistory');
  return new UpdateCommand({
    TableName: name,
    Key: orderKey(tenantId, id),
    UpdateExpression:
      `SET ${set}, ${history} = list_append(${history}, ${x.value([change])}), ` +
      `${x.path('outbox', event.id)} = ${x.value(event)}`,
    ConditionExpression: `${x.path('stage')} = ${x.value('recorded')} AND ${x.path('version')} = ${x.value(order.version)}`,
    ...x.attributes(),
    ReturnValues: 'ALL_NEW',
  });
};
