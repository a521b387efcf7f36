/** Changes status and payment of an order (R-API-08). Knows nothing of HTTP. */
import { matchesVersion, type UpdateOrderRequest } from '@bbws/api/update-order-request';
import { DomainError } from '@bbws/domain/domain-error';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { Order } from '@bbws/domain/order';
import { schemaVersion } from '@bbws/domain/order-event';
import { maySet, type UpdatePermission } from '@bbws/domain/update-permission';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { OrderChange } from '@bbws/dynamo/update-order';
import type { Caller } from '@bbws/lambda/caller';
import type { Log } from '@bbws/lambda/log';
import { publishOutbox, type PublishOutboxDeps } from '@bbws/lambda/publish-outbox';
import { refuseUnlessWriter, type IsWriter } from '@bbws/lambda/writer';
import { decideChange, type Decision } from './decide-change.ts';

export type ChangeOrderDeps = PublishOutboxDeps & {
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
  readonly updateOrder: (change: OrderChange) => Promise<StoredOrder | undefined>;
  readonly isWriter: IsWriter;
  readonly newId: () => string;
  /** Who may set which status; empty = every user of the tenant. */
  readonly permissions: readonly UpdatePermission[];
};

export type ChangeWish = {
  readonly caller: Caller;
  readonly id: OrderId;
  readonly request: UpdateOrderRequest;
  readonly ifMatch: string | undefined;
  readonly correlationId: string;
  readonly log: Log;
};

/** The order after the change, or as it is when it is so already. Throws the refusals of R-API-08, in that order. */
export const changeOrder = async (deps: ChangeOrderDeps, wish: ChangeWish): Promise<Order> => {
  const { caller, id, request, ifMatch } = wish;
  refuseUnlessPermitted(deps, caller, request);

  const stored = await deps.readOrder(caller.tenantId, id);
  if (!stored?.order.active)
    throw new DomainError('ORDER_NOT_FOUND', 'There is no order of that id.');
  if (ifMatch !== undefined && !matchesVersion(ifMatch, stored.order.version)) throw stale();
  const decision = decideChange(stored.order, request);
  if (!decision) return stored.order;
  await refuseUnlessWriter(deps.isWriter);

  const change = changeOf(deps, wish, decision);
  const updated = await deps.updateOrder({ ...change, outboxDueAt: stored.outboxDueAt });
  if (!updated) throw ifMatch === undefined ? changedMeanwhile() : stale();

  deps.metrics.count('OrdersUpdated');
  const { orderNumber, version } = updated.order;
  wish.log.info('Order changed', { orderId: id, orderNumber, orderVersion: version });
  await publishOutbox(deps, change.event, wish.log);
  return updated.order;
};

/** Payment details are the business of whoever may say that an order is paid, with a status or without. */
const refuseUnlessPermitted = (
  { permissions }: ChangeOrderDeps,
  { groups }: Caller,
  { status, paymentDetails }: UpdateOrderRequest,
): void => {
  if (status !== undefined && !maySet(permissions, groups, status))
    throw new DomainError('STATUS_NOT_PERMITTED', `None of your groups may set ${status}.`);
  if (paymentDetails !== undefined && !maySet(permissions, groups, 'paid'))
    throw new DomainError(
      'STATUS_NOT_PERMITTED',
      'Payment details need a group that may set paid.',
    );
};

const stale = () =>
  new DomainError('VERSION_STALE', 'The order is no longer in the version that If-Match names.');

const changedMeanwhile = () =>
  new DomainError('ORDER_CHANGED', 'Somebody else changed the order at the same time.');

const changeOf = (
  { newId, now }: ChangeOrderDeps,
  { caller, correlationId }: ChangeWish,
  { order, status, paymentDetails, paymentChanged }: Decision,
): OrderChange => {
  const at = now().toISOString();
  // The event is part of the write: one id serves both.
  const writeId = newId();
  const version = order.version + 1;
  return {
    order,
    paymentDetails,
    change: {
      ...{ status, at, by: caller.subject, version, writeId },
      ...(paymentChanged && { paymentChanged }),
    },
    event: {
      id: writeId,
      type: 'order.status-changed',
      schemaVersion,
      occurredAt: at,
      tenantId: order.tenantId,
      orderId: order.id,
      orderVersion: version,
      correlationId,
      paymentChanged,
    },
  };
};
