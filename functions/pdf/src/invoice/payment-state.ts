/** Where the payment of an order stands, as its invoice says it. */
import type { OrderStatus } from '@bbws/domain/order-status';
import { tones } from './theme.ts';

export type PaymentState = { readonly label: string; readonly ink: string; readonly tint: string };

const paid = { label: 'Paid', ...tones.settled };

const states: Readonly<Record<OrderStatus, PaymentState>> = {
  pending: { label: 'Awaiting payment', ...tones.open },
  paid,
  processing: paid,
  completed: paid,
  cancelled: { label: 'Cancelled', ...tones.closed },
  failed: { label: 'Payment failed', ...tones.open },
  refunded: { label: 'Refunded', ...tones.closed },
};

/** Label and colours. Work that follows the payment, such as `processing`, does not show on an invoice. */
export const paymentState = (status: OrderStatus): PaymentState => states[status];
