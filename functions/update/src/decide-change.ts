/** What a request makes of an order: the rules of R-API-08 and R-API-10, pure. */
import type { UpdateOrderRequest } from '@bbws/api/update-order-request';
import { DomainError } from '@bbws/domain/domain-error';
import { mostTenantChanges, type Order, type RecordedOrder } from '@bbws/domain/order';
import { mayMove, statusesAfter, type OrderStatus } from '@bbws/domain/order-status';
import { samePayment, type PaymentDetails } from '@bbws/domain/payment-details';
import { paymentStateOf } from '@bbws/domain/payment-state';

export type Decision = {
  readonly order: RecordedOrder;
  readonly status: OrderStatus;
  readonly paymentDetails: PaymentDetails | undefined;
  /** True when the invoice shows something else than before. */
  readonly paymentChanged: boolean;
};

/** The change to make; `undefined` when the order is so already. Throws the refusals. */
export const decideChange = (order: Order, request: UpdateOrderRequest): Decision | undefined => {
  const present = order.stage === 'recorded' ? order.paymentDetails : undefined;
  const status = request.status ?? order.status;
  const paymentDetails = request.paymentDetails ?? present;
  const samePaid = samePayment(present, paymentDetails);
  if (status === order.status && samePaid) return undefined;

  if (order.stage === 'accepted')
    throw new DomainError('ORDER_NOT_RECORDED', 'The order is accepted but not recorded yet.', {
      retryAfterSeconds: 5,
    });
  const allowed =
    status === order.status ? statusesAfter(status).length > 0 : mayMove(order.status, status);
  if (order.stage === 'rejected' || !allowed) throw forbidden(order);
  if (order.statusHistory.length >= mostTenantChanges)
    throw new DomainError('ORDER_CHANGED_TOO_OFTEN', 'The history of the order is full.');

  const paymentChanged = !samePaid || paymentStateOf(status) !== paymentStateOf(order.status);
  return { order, status, paymentDetails, paymentChanged };
};

const forbidden = ({ status }: Order): DomainError => {
  const next = statusesAfter(status);
  return new DomainError(
    'STATUS_MOVE_FORBIDDEN',
    next.length === 0
      ? `An order that is ${status} stays as it is.`
      : `An order that is ${status} may become ${next.join(', ')} only.`,
  );
};
