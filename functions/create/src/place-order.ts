/** Accepts an order: gives it a number, writes it down, announces it. Knows nothing of HTTP. */
import type { CreateOrderRequest } from '@bbws/api/create-order-request';
import { DomainError } from '@bbws/domain/domain-error';
import { OrderId, type TenantId } from '@bbws/domain/identifiers';
import type { AcceptedOrder } from '@bbws/domain/order';
import { schemaVersion, type OrderEvent } from '@bbws/domain/order-event';
import { orderNumber } from '@bbws/domain/order-number';
import { dayIn } from '@bbws/domain/time-zone';
import type { Acceptance } from '@bbws/dynamo/accept-order';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { Log } from '@bbws/lambda/log';
import { publishOutbox, type PublishOutboxDeps } from '@bbws/lambda/publish-outbox';
import { refuseUnlessWriter, type IsWriter } from '@bbws/lambda/writer';
import * as v from 'valibot';
import { orderIdFor } from './order-id.ts';
import { requestHash } from './request-hash.ts';

export type PlaceOrderDeps = PublishOutboxDeps & {
  readonly acceptOrder: (acceptance: Acceptance) => Promise<StoredOrder | undefined>;
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
  readonly nextSequence: (tenantId: TenantId, day: string, region: string) => Promise<number>;
  readonly isWriter: IsWriter;
  readonly newId: () => string;
  readonly timeZone: string;
  readonly numberRegion: string;
};

export type Placement = {
  readonly tenantId: TenantId;
  readonly subject: string;
  readonly request: CreateOrderRequest;
  readonly idempotencyKey: string | undefined;
  readonly correlationId: string;
  readonly log: Log;
};

export type Placed = {
  readonly id: OrderId;
  readonly orderNumber: string;
  readonly replayed: boolean;
};

/**
 * Accepts the order, or repeats the answer of the request that had the same idempotency key. Once the order is written
 * it is accepted, whatever becomes of the announcement. Throws `IDEMPOTENCY_KEY_REUSED`, and `NOT_THE_WRITER` where
 * another region writes, for a repetition too: it would publish what it finds, and may find less than was written.
 */
export const placeOrder = async (deps: PlaceOrderDeps, placement: Placement): Promise<Placed> => {
  await refuseUnlessWriter(deps.isWriter);
  const { tenantId, request, idempotencyKey } = placement;
  const hash = requestHash(request);
  const id =
    idempotencyKey === undefined
      ? v.parse(OrderId, deps.newId())
      : orderIdFor(tenantId, idempotencyKey);

  // Looked up first so that a replay takes no number; two first attempts at once are told apart by the write.
  const earlier = idempotencyKey === undefined ? undefined : await deps.readOrder(tenantId, id);
  if (earlier) return replay(deps, placement, earlier, hash);

  const at = deps.now();
  const day = dayIn(deps.timeZone, at);
  const sequence = await deps.nextSequence(tenantId, day, deps.numberRegion);
  // The event is part of the write: one id serves both.
  const writeId = deps.newId();
  const order = acceptedOrder(placement, {
    id,
    number: orderNumber(day, sequence, deps.numberRegion),
    at: at.toISOString(),
    writeId,
  });
  const event: OrderEvent = {
    id: writeId,
    type: 'order.accepted',
    schemaVersion,
    occurredAt: order.dateCreated,
    tenantId,
    orderId: id,
    orderVersion: order.version,
    correlationId: placement.correlationId,
  };

  const taken = await deps.acceptOrder({ order, event, requestHash: hash });
  if (taken) return replay(deps, placement, taken, hash);

  deps.metrics.count('OrdersAccepted');
  const log = placement.log.with({ orderId: id, orderNumber: order.orderNumber });
  log.info('Order accepted');
  await publishOutbox(deps, event, log);
  return { id, orderNumber: order.orderNumber, replayed: false };
};

const replay = async (
  deps: PlaceOrderDeps,
  { log }: Placement,
  { order, outbox, requestHash }: StoredOrder,
  hash: string,
): Promise<Placed> => {
  if (requestHash !== hash)
    throw new DomainError(
      'IDEMPOTENCY_KEY_REUSED',
      'This Idempotency-Key was used with another body.',
    );
  deps.metrics.count('OrdersReplayed');
  log.warn('Order was accepted before', { orderId: order.id, orderNumber: order.orderNumber });
  for (const event of outbox) await publishOutbox(deps, event, log);
  return { id: order.id, orderNumber: order.orderNumber, replayed: true };
};

const acceptedOrder = (
  { tenantId, subject, request }: Placement,
  own: { id: OrderId; number: string; at: string; writeId: string },
): AcceptedOrder => ({
  ...request,
  id: own.id,
  orderNumber: own.number,
  tenantId,
  stage: 'accepted',
  status: 'pending',
  version: 1,
  statusHistory: [{ status: 'pending', at: own.at, by: subject, version: 1, writeId: own.writeId }],
  dateCreated: own.at,
  dateLastUpdated: own.at,
  lastUpdatedBy: subject,
  active: true,
});
