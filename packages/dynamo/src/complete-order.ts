/** Completes an accepted order to `recorded` or `rejected`, together with the event that says so. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { LinkKey } from '@bbws/domain/link-key';
import { RecordedOrder, type AcceptedOrder, type StatusChange } from '@bbws/domain/order';
import type { OrderAmounts } from '@bbws/domain/order-amounts';
import type { OrderEvent } from '@bbws/domain/order-event';
import type { Rejection } from '@bbws/domain/rejection';
import { ifConditionHolds } from './conditional.ts';
import { makeExpression } from './expression.ts';
import { byStatusKey, orderKey, outboxKey } from './keys.ts';
import { firstDue } from './outbox-due.ts';
import { parseItem } from './parse-item.ts';
import { readOrder } from './read-order.ts';
import { hasWrite, type StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';

export type Completion = {
  /** The order as it was read; the completion holds only while its version does. */
  readonly order: AcceptedOrder;
  /** What the order becomes. */
  readonly outcome:
    | {
        readonly stage: 'recorded';
        readonly amounts: OrderAmounts;
        /** Signs the links to the order's invoice; a secret of the repository. */
        readonly linkKey: LinkKey;
      }
    | { readonly stage: 'rejected'; readonly rejection: Rejection };
  /** The entry that the completion adds to the history; its version is the order's next. */
  readonly change: StatusChange;
  /** `order.recorded` or `order.rejected`; its id is the change's `writeId`. */
  readonly event: OrderEvent;
  /** Id of the `order.accepted` whose receipt this completion proves. */
  readonly receivedEventId: string;
};

/**
 * Completes the order if it is as it was read; otherwise gives back what is stored: somebody else completed it first, or
 * it is still accepted but hidden or shown since. `undefined` means done, also when a retry meets its own write.
 * Throws `ItemError` when the history is full.
 * Table, conditional UpdateItem: one write unit per KB (about 3 for 10 lines), and the four indexes; when the
 * condition fails a consistent read.
 */
export const completeOrder =
  (table: Table) =>
  async (completion: Completion): Promise<StoredOrder | undefined> => {
    const { order, change } = completion;
    // Nothing is written that could not be read again. Who changes an accepted order leaves room for this entry.
    const { statusHistory } = RecordedOrder.entries;
    parseItem(statusHistory, [...order.statusHistory, change], 'The new history of an order');
    const updated = await ifConditionHolds(table.client.send(update(table, completion)));
    if (updated) return undefined;
    const stored = await readOrder(table)(order.tenantId, order.id);
    if (!stored) throw new Error(`Order ${order.id} is gone from the table`);
    return hasWrite(stored.order, change.writeId) ? undefined : stored;
  };

const update = (
  { name }: Table,
  { order, outcome, change, event, receivedEventId }: Completion,
): UpdateCommand => {
  const x = makeExpression();
  const { tenantId, id } = order;
  const set = x.assignments({
    stage: outcome.stage,
    ...(outcome.stage === 'recorded'
      ? { ...outcome.amounts, linkKey: outcome.linkKey }
      : { rejection: outcome.rejection }),
    status: change.status,
    version: change.version,
    dateLastUpdated: change.at,
    lastUpdatedBy: change.by,
    // A hidden order has no list index keys (R-DAT-08).
    ...(order.active && byStatusKey(tenantId, change.status, order)),
    ...outboxKey(id, firstDue(event.type, event.occurredAt)),
  });
  const history = x.path('statusHistory');
  return new UpdateCommand({
    TableName: name,
    Key: orderKey(tenantId, id),
    UpdateExpression:
      `SET ${set}, ${history} = list_append(${history}, ${x.value([change])}), ` +
      `${x.path('outbox', event.id)} = ${x.value(event)} REMOVE ${x.path('outbox', receivedEventId)}`,
    // The version as well: an order hidden since it was read would get its list keys back.
    ConditionExpression: `${x.path('stage')} = ${x.value('accepted')} AND ${x.path('version')} = ${x.value(order.version)}`,
    ...x.attributes(),
  });
};
