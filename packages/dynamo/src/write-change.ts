/** What the operator's changes of an order have in common: one conditional write that adds to the history. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import {
  mostOperatorChanges,
  RecordedOrder,
  type Order,
  type StatusChange,
} from '@bbws/domain/order';
import type { OrderEvent } from '@bbws/domain/order-event';
import * as v from 'valibot';
import { ifConditionHolds } from './conditional.ts';
import { makeExpression } from './expression.ts';
import { orderKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import { readOrder } from './read-order.ts';
import { hasWrite, parseStoredOrder, type StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';

/** The order as it was read, and the entry that the change adds to its history; its version is the order's next. */
export type OperatorChange<Read extends Order = Order> = {
  readonly order: Read;
  readonly change: StatusChange;
};

type Attributes = {
  /** Set beside status, version and history; those that are undefined are left alone. */
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  /** Put into the outbox; its id is the change's `writeId`. */
  readonly event?: OrderEvent;
};

const HistoryAfter = v.pipe(RecordedOrder.entries.statusHistory, v.maxLength(mostOperatorChanges));

/**
 * The order after the change; `undefined` when somebody else changed or erased it since it was read. A retry that meets its own
 * write has succeeded. Throws `ItemError` when the history is full, but for the completion of the order: nothing is written
 * that could not be read again, now or later.
 */
export const writeChange = async (
  table: Table,
  { order, change }: OperatorChange,
  attributes: Attributes,
): Promise<StoredOrder | undefined> => {
  parseItem(HistoryAfter, [...order.statusHistory, change], 'The new history of an order');
  const updated = await ifConditionHolds(
    table.client.send(update(table, { order, change }, attributes)),
  );
  if (updated) return parseStoredOrder(updated.Attributes);
  const stored = await readOrder(table)(order.tenantId, order.id);
  return stored && hasWrite(stored.order, change.writeId) ? stored : undefined;
};

const update = (
  { name }: Table,
  { order, change }: OperatorChange,
  { set = {}, remove = [], event }: Attributes,
): UpdateCommand => {
  const x = makeExpression();
  const assignments = x.assignments({
    ...set,
    status: change.status,
    version: change.version,
    dateLastUpdated: change.at,
    lastUpdatedBy: change.by,
  });
  const history = x.path('statusHistory');
  const outbox = event ? `, ${x.path('outbox', event.id)} = ${x.value(event)}` : '';
  const removal =
    remove.length > 0 ? ` REMOVE ${remove.map((field) => x.path(field)).join(', ')}` : '';
  return new UpdateCommand({
    TableName: name,
    Key: orderKey(order.tenantId, order.id),
    UpdateExpression: `SET ${assignments}, ${history} = list_append(${history}, ${x.value([change])})${outbox}${removal}`,
    // Every change raises the version: it stands for stage, status and visibility as well. An erasure does not, and is final.
    ConditionExpression: `${x.path('version')} = ${x.value(order.version)} AND attribute_not_exists(${x.path('erasedAt')})`,
    ...x.attributes(),
    ReturnValues: 'ALL_NEW',
  });
};
