/** Notes a rendered invoice on its order, and with it that the event which asked for it was received. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { InvoiceNote } from '@bbws/domain/order';
import { ifConditionHolds } from './conditional.ts';
import { makeExpression } from './expression.ts';
import { orderKey } from './keys.ts';
import { readOrder } from './read-order.ts';
import type { StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';

export type Noting = {
  /** The order as it was read before rendering. */
  readonly seen: StoredOrder;
  readonly note: InvoiceNote;
  /** Id of the event whose receipt the note proves. */
  readonly receivedEventId: string;
};

/**
 * Notes the invoice unless a newer rendering is noted or the outbox changed since the order was read; false then: read
 * again. A retry that meets its own write has noted. Leaves `version` alone, and every attribute that is not the invoice's.
 * Table, conditional UpdateItem: one write unit per KB of the order (about 3 for 10 lines), and the outbox index.
 */
export const noteInvoice =
  (table: Table) =>
  async ({ seen, note, receivedEventId }: Noting): Promise<boolean> => {
    const x = makeExpression();
    const seenIds = [...seen.outbox.map(({ id }) => id), ...(seen.unknownEvents ?? [])];
    const isLast = seenIds.every((id) => id === receivedEventId);
    const leftIndex = isLast ? `, ${x.path('GSI4_PK')}, ${x.path('GSI4_SK')}` : '';
    const sameOutbox = [
      `size(${x.path('outbox')}) = ${x.value(seenIds.length)}`,
      ...seenIds.map((id) => `attribute_exists(${x.path('outbox', id)})`),
    ].join(' AND ');
    const updated = await ifConditionHolds(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: orderKey(seen.order.tenantId, seen.order.id),
          UpdateExpression: `SET ${x.assignments({ pdf: note })} REMOVE ${x.path('outbox', receivedEventId)}${leftIndex}`,
          // The outbox must be what was read: else its last event could leave and the index entry stay.
          ConditionExpression:
            `${sameOutbox} AND ` +
            `(attribute_not_exists(${x.path('pdf')}) OR ${x.path('pdf', 'orderVersion')} < ${x.value(note.orderVersion)})`,
          ...x.attributes(),
        }),
      ),
    );
    if (updated) return true;
    const now = await readOrder(table)(seen.order.tenantId, seen.order.id);
    return now?.order.stage === 'recorded' && now.order.pdf?.writeId === note.writeId;
  };
