/**
 * The facts that the service publishes (R-EVT-02, R-EVT-03). An event says which order changed and how far; whoever
 * receives it reads the order. No personal data.
 */
import * as v from 'valibot';
import { CorrelationId, OrderId, TenantId, Uuid } from './identifiers.ts';
import { Version } from './order.ts';
import { UtcTimestamp } from './timestamp.ts';

/** Version of the envelope that this code writes and understands. */
export const schemaVersion = 1;

const envelope = {
  id: Uuid,
  schemaVersion: v.literal(schemaVersion),
  occurredAt: UtcTimestamp,
  tenantId: TenantId,
  orderId: OrderId,
  /** Version of the order after the change. */
  orderVersion: Version,
  correlationId: CorrelationId,
};

const OrderAccepted = v.object({ ...envelope, type: v.literal('order.accepted') });
const OrderRecorded = v.object({ ...envelope, type: v.literal('order.recorded') });
const OrderRejected = v.object({ ...envelope, type: v.literal('order.rejected') });
const OrderStatusChanged = v.object({
  ...envelope,
  type: v.literal('order.status-changed'),
  /** True when the invoice shows something else than before. */
  paymentChanged: v.boolean(),
});

export const OrderEvent = v.variant('type', [
  OrderAccepted,
  OrderRecorded,
  OrderRejected,
  OrderStatusChanged,
]);
export type OrderEvent = v.InferOutput<typeof OrderEvent>;
export type OrderEventType = OrderEvent['type'];
