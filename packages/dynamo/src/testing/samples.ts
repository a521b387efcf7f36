/** Sample writes, each with a tenant and an order of its own unless told otherwise. */
import { randomUUID } from 'node:crypto';
import {
  aLinkKey,
  aRecordedOrder,
  aTenantId,
  anAcceptedOrder,
  anEvent,
  sampleTime,
} from '@bbws/domain/testing/builders';
import { OrderAmounts } from '@bbws/domain/order-amounts';
import type { OrderEvent, OrderEventType } from '@bbws/domain/order-event';
import {
  RecordedOrder,
  type AcceptedOrder,
  type Order,
  type StatusChange,
} from '@bbws/domain/order';
import { rejectionFor } from '@bbws/domain/rejection';
import * as v from 'valibot';
import type { Acceptance } from '../accept-order.ts';
import type { Completion } from '../complete-order.ts';
import type { StoredOrder } from '../stored-order.ts';
import type { OrderChange } from '../update-order.ts';

export const newTenantId = () => aTenantId(`tenant-${randomUUID()}`);

/** A fact about that order. */
export const eventOf = (type: OrderEventType, order: Order, changes: object = {}): OrderEvent =>
  anEvent(type, { id: randomUUID(), tenantId: order.tenantId, orderId: order.id, ...changes });

const changeOf = (status: Order['status'], version: number, at: string): StatusChange => ({
  status,
  at,
  by: 'user-sample',
  version,
  writeId: randomUUID(),
});

/** The acceptance of a new order, with `changes` to the sample. */
export const acceptanceOf = (
  changes: object = {},
): Acceptance & { readonly order: AcceptedOrder } => {
  const first = changeOf('pending', 1, sampleTime);
  const order = anAcceptedOrder({
    id: randomUUID(),
    tenantId: newTenantId(),
    statusHistory: [first],
    ...changes,
  });
  return { order, event: eventOf('order.accepted', order, { id: first.writeId }) };
};

const completedAt = '2026-11-20T09:30:05.000Z';

/** The completion of an accepted order, to `recorded` with the sample's lines or to `rejected`. */
export const completionOf = (
  { order, event }: Acceptance,
  stage: 'recorded' | 'rejected' = 'recorded',
): Completion => {
  const recorded = stage === 'recorded';
  const change = changeOf(recorded ? 'pending' : 'failed', order.version + 1, completedAt);
  return {
    order,
    outcome: recorded
      ? {
          stage: 'recorded',
          amounts: v.parse(OrderAmounts, aRecordedOrder()),
          linkKey: aLinkKey(),
        }
      : { stage: 'rejected', rejection: rejectionFor('CART_NOT_FOUND') },
    change,
    event: eventOf(recorded ? 'order.recorded' : 'order.rejected', order, {
      id: change.writeId,
      occurredAt: completedAt,
    }),
    receivedEventId: event.id,
  };
};

const updatedAt = '2026-11-20T10:00:00.000Z';

/** A change of a recorded order as it was read: to `status`, with a payment. */
export const updateOf = (
  { order, outboxDueAt }: StoredOrder,
  status: Order['status'] = 'paid',
): OrderChange => {
  const recorded = v.parse(RecordedOrder, order);
  const change = changeOf(status, recorded.version + 1, updatedAt);
  return {
    order: recorded,
    outboxDueAt,
    change,
    paymentDetails: { method: 'card', transactionId: 'transaction-sample', paidAt: updatedAt },
    event: eventOf('order.status-changed', order, {
      id: change.writeId,
      occurredAt: updatedAt,
      orderVersion: change.version,
    }),
  };
};

/** A note of the invoice of that version. */
export const noteOf = (orderVersion: number, letter = 'a') => ({
  key: `tenant/orders/order_v${String(orderVersion)}.pdf`,
  sha256: letter.repeat(64),
  renderedAt: '2026-11-20T10:05:00.000Z',
  orderVersion,
  writeId: `${letter.repeat(8)}-0000-4000-8000-${String(orderVersion).padStart(12, '0')}`,
});
