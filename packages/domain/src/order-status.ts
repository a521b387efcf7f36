/** The states of an order and the moves between them (R-API-10). */
import * as v from 'valibot';

export const orderStatuses = [
  'pending',
  'paid',
  'processing',
  'completed',
  'cancelled',
  'failed',
  'refunded',
] as const;

export const OrderStatus = v.picklist(orderStatuses, `must be one of ${orderStatuses.join(', ')}`);
export type OrderStatus = v.InferOutput<typeof OrderStatus>;

const moves: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  pending: ['paid', 'cancelled', 'failed'],
  paid: ['processing', 'refunded'],
  processing: ['completed', 'cancelled'],
  completed: ['refunded'],
  cancelled: [],
  failed: [],
  refunded: [],
};

/** The states that may follow `from`; none when it is final. */
export const statusesAfter = (from: OrderStatus): readonly OrderStatus[] => moves[from];

/** True when an order may go from `from` to `to`; staying is no move. */
export const mayMove = (from: OrderStatus, to: OrderStatus): boolean => moves[from].includes(to);
