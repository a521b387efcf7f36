/** What the portal imports. Everything else is the client's own business. */
export { makeOrderClient, type OrderClientOptions } from './client.ts';
export { OrderApiError, type ApiProblem, type FieldError, type OrderErrorCode } from './errors.ts';
export type { CallOptions, CreateOptions, OrderClient, UpdateOptions } from './order-client.ts';
export type { RetryPolicy } from './retry-policy.ts';
export type {
  AcceptedOrder,
  Health,
  Invoice,
  NewOrder,
  Order,
  OrderChange,
  OrderPage,
  OrderStatus,
  OrderSummary,
  OrdersQuery,
  RecordedOrder,
  VersionedOrder,
} from './types.ts';
export { OrderWaitError, type OrderWaitCode, type WaitOptions } from './wait-error.ts';
