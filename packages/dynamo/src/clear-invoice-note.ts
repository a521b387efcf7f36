/** Takes the note of an invoice from its order, so that the next message renders it again. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { RecordedOrder } from '@bbws/domain/order';
import type { OrderEvent } from '@bbws/domain/order-event';
import { ifConditionHolds } from './conditional.ts';
import { makeExpression } from './expression.ts';
import { orderKey, outboxKey } from './keys.ts';
import { earlier, firstDue } from './outbox-due.ts';
import { readOrder } from './read-order.ts';
import type { Table } from './table.ts';

export type NoteClearing = {
  /** The order as it was read; the clearing holds only while its note does. */
  readonly order: RecordedOrder;
  /** When the sweeper would look at the events that the order had when it was read. */
  readonly outboxDueAt?: string | undefined;
  /**
   * Asks for the rendering, and for no mail: once published it reaches everybody, and the effects of an old order are
   * forgotten. The next note takes it out of the outbox again.
   */
  readonly event: OrderEvent;
};

/**
 * Clears the note unless it is another one by now, or gone, or the order was erased; false then. A retry that meets its own write has cleared.
 * Leaves `version` and the object alone: what is rendered from the same payment lies under the same key. Until then the
 * order has no invoice for its readers.
 * Table, conditional UpdateItem: one write unit per KB of the order (about 3 for 10 lines), and the outbox index; when
 * the condition fails a consistent read.
 */
export const clearInvoiceNote =
  (table: Table) =>
  async ({ order, outboxDueAt, event }: NoteClearing): Promise<boolean> => {
    if (!order.pdf) return false;
    const { tenantId, id, pdf } = order;
    const x = makeExpression();
    const due = earlier(outboxDueAt, firstDue(event.type, event.occurredAt));
    const updated = await ifConditionHolds(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: orderKey(tenantId, id),
          UpdateExpression:
            `SET ${x.assignments(outboxKey(id, due))}, ` +
            `${x.path('outbox', event.id)} = ${x.value(event)} REMOVE ${x.path('pdf')}`,
          // An erased order would get no other note: it has no more invoices made.
          ConditionExpression: `${x.path('pdf', 'writeId')} = ${x.value(pdf.writeId)} AND attribute_not_exists(${x.path('erasedAt')})`,
          ...x.attributes(),
        }),
      ),
    );
    if (updated) return true;
    const stored = await readOrder(table)(tenantId, id);
    return stored?.outbox.some(({ id: eventId }) => eventId === event.id) ?? false;
  };
