/** Gives a rejected order another chance: accepted again, together with the event that says so. */
import type { RejectedOrder } from '@bbws/domain/order';
import type { OrderEvent } from '@bbws/domain/order-event';
import { byStatusKey, outboxKey } from './keys.ts';
import { earlier, firstDue } from './outbox-due.ts';
import type { StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';
import { writeChange, type OperatorChange } from './write-change.ts';

export type Reopening = OperatorChange<RejectedOrder> & {
  /** When the sweeper would look at the events that the order had when it was read. */
  readonly outboxDueAt?: string | undefined;
  /** `order.accepted`; its id is the change's `writeId`. */
  readonly event: OrderEvent;
};

/**
 * The order, accepted and pending again without its rejection; `undefined` when somebody else changed it since it was
 * read. What was sent about the rejection stays sent: see forget-effect.ts.
 * Table, conditional UpdateItem: one write unit per KB, and the indexes by date, status and outbox; when the condition
 * fails a consistent read.
 */
export const reopenOrder =
  (table: Table) =>
  (reopening: Reopening): Promise<StoredOrder | undefined> => {
    const { order, change, event, outboxDueAt } = reopening;
    const { tenantId, id, active } = order;
    const due = earlier(outboxDueAt, firstDue(event.type, event.occurredAt));
    return writeChange(table, reopening, {
      set: {
        stage: 'accepted',
        // A hidden order has no list index keys (R-DAT-08).
        ...(active && byStatusKey(tenantId, change.status, order)),
        ...outboxKey(id, due),
      },
      remove: ['rejection'],
      event,
    });
  };
