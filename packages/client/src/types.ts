/** Names for the parts of the generated types. */
import type { operations } from './generated/api.ts';

type Answer<Name extends keyof operations, Status> = operations[Name] extends {
  responses: infer Responses;
}
  ? Status extends keyof Responses
    ? Responses[Status] extends { content: { 'application/json': { data: infer Data } } }
      ? Data
      : never
    : never
  : never;

/** Body of a new order. The lines come from its cart, the tenant from the token. */
export type NewOrder = operations['createOrder']['requestBody']['content']['application/json'];

/** What may change of an order; at least one of the two. `paidAt` is RFC 3339 with a zone. */
export type OrderChange = operations['updateOrder']['requestBody']['content']['application/json'];

/** An order as it is now. Amounts are in its currency, and null until it is recorded; times are UTC. */
export type Order = Answer<'getOrder', 200>;

type Amount = 'subtotal' | 'discount' | 'shipping' | 'tax' | 'total';

/** An order that has its amounts. */
export type RecordedOrder = Omit<Order, 'stage' | 'currency' | Amount> & {
  readonly stage: 'recorded';
  readonly currency: string;
} & Readonly<Record<Amount, number>>;

export type OrderStatus = Order['status'];

/** An order and its version, for `ifMatch`. */
export type VersionedOrder = { readonly order: Order; readonly etag: string };

/** The number of a new order; its amounts follow when it is recorded. */
export type AcceptedOrder = Answer<'createOrder', 202> & {
  /** True when an earlier call with the same idempotency key placed it. */
  readonly replayed: boolean;
};

/** One page of a list, newest first. */
export type OrderPage = Answer<'listOrders', 200>;

export type OrderSummary = OrderPage['orders'][number];

/** Which orders to list. */
export type OrdersQuery = {
  /** Orders in a page: 1 to 100, 50 when missing. */
  readonly pageSize?: number;
  /** `pagination.nextToken` of the page before, from the same query. */
  readonly startAt?: string;
  readonly status?: OrderStatus;
  /** First day, `YYYY-MM-DD` in the business time zone (Africa/Johannesburg). */
  readonly from?: string;
  /** Last day, included. */
  readonly to?: string;
};

/**
 * `url` answers the PDF, without login, until `expiresAt`: five minutes. It shows the order as in `orderVersion`; after a
 * payment ask again until that has reached the version that the payment made.
 */
export type Invoice = Answer<'getInvoice', 200>;

export type Health = Answer<'health', 200>;
