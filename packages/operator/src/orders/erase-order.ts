/** Erases the customer of an order that has come to its end. Invoices stay: the law has them kept, and the bucket ends that. */
import { latestInvoiceChange } from '@bbws/domain/order-life';
import type { Order } from '@bbws/domain/order';
import type { OrderStatus } from '@bbws/domain/order-status';
import { eraseOrder } from '@bbws/dynamo/erase-order';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { Table } from '@bbws/dynamo/table';
import { rounds } from '../operator-change.ts';
import { Refusal } from '../refusal.ts';
import { setVisibility, visibilityDeps, type VisibilityDeps } from './set-visibility.ts';

export const eraseDeps = (table: Table) => ({
  ...visibilityDeps(table),
  eraseOrder: eraseOrder(table),
});

export type EraseDeps = VisibilityDeps & ReturnType<typeof eraseDeps>;

/** While an order is in one of these, somebody still owes something to somebody. */
const open: readonly OrderStatus[] = ['pending', 'paid', 'processing'];

/** Why the customer of an order cannot be erased yet, and what to do first; `undefined` when they can. */
export const whyNotErased = ({ order, outbox, unknownEvents = [] }: StoredOrder) => {
  const name = `Order ${order.orderNumber}`;
  if (order.stage === 'accepted')
    return `${name} is accepted only. Have it recorded or rejected first: pnpm replay --order ${order.id} --effect record`;
  if (order.stage === 'recorded' && open.includes(order.status))
    return `${name} is ${order.status}: it is still under way. Its tenant cancels or completes it first.`;
  if (outbox.length + unknownEvents.length > 0)
    return `${name} has events that nobody is known to have received. Wait, or publish them: pnpm order publish --order ${order.id}`;
  return isInvoiceDue(order)
    ? `${name} lacks its latest invoice, which must name its customer: pnpm replay --order ${order.id} --effect pdf`
    : undefined;
};

const isInvoiceDue = (order: Order): boolean => {
  if (order.stage !== 'recorded') return false;
  const due = latestInvoiceChange(order.statusHistory)?.version ?? 0;
  return due > (order.pdf?.orderVersion ?? 0);
};

/**
 * Hides the order where it is not, then erases. False when that was done before. Cut short in between it is run again.
 * A read and a write, for an order that is not hidden two.
 * @throws Refusal when it cannot be erased yet, or does not stand still
 */
export const eraseCustomer = async (
  deps: EraseDeps,
  reference: Pick<Order, 'tenantId' | 'id'>,
): Promise<boolean> => {
  for (let round = 1; round <= rounds; round += 1) {
    const stored = await deps.readOrder(reference.tenantId, reference.id);
    if (!stored) throw new Error(`Order ${reference.id} is gone from the table.`);
    if (stored.order.erasedAt !== undefined) return false;
    const why = whyNotErased(stored);
    if (why !== undefined) throw new Refusal(why);
    // What it was changed to meanwhile is looked at first, in the next round.
    const hidden = await setVisibility(deps, reference, false);
    if (hidden && hidden.order.version !== stored.order.version + 1) continue;
    const order = hidden?.order ?? stored.order;
    if (await deps.eraseOrder(order, deps.now().toISOString())) return true;
  }
  throw new Refusal('The order kept changing. Run the command again.');
};
