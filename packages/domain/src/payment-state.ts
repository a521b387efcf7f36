/** What an invoice says about money: derived from the order's status. */
import type { OrderStatus } from './order-status.ts';

export type PaymentState = 'due' | 'paid' | 'cancelled' | 'failed' | 'refunded';

const states: Readonly<Record<OrderStatus, PaymentState>> = {
  pending: 'due',
  paid: 'paid',
  processing: 'paid',
  completed: 'paid',
  cancelled: 'cancelled',
  failed: 'failed',
  refunded: 'refunded',
};

export const paymentStateOf = (status: OrderStatus): PaymentState => states[status];
