/** What the client can do. Every call throws OrderApiError when the API answers no success. */
import type {
  AcceptedOrder,
  Health,
  Invoice,
  NewOrder,
  OrderChange,
  OrderPage,
  OrderSummary,
  OrdersQuery,
  RecordedOrder,
  VersionedOrder,
} from './types.ts';
import type { WaitOptions } from './wait-error.ts';

export type CallOptions = {
  /** Ends the call, its retries and its pauses; it throws the signal's reason then. */
  readonly signal?: AbortSignal | undefined;
};

export type CreateOptions = CallOptions & {
  /**
   * One per order that somebody wants to place: 1 to 255 printable ASCII characters. A new one when missing. One whose order
   * was rejected answers with that order for ever: take a new one to try again.
   */
  readonly idempotencyKey?: string | undefined;
};

export type UpdateOptions = CallOptions & {
  /** `etag` of the order as it was read: the change is made only if it is still in that version. */
  readonly ifMatch?: string | undefined;
};

export type OrderClient = {
  /**
   * Places an order, once, however often the request has to be sent. Give an `idempotencyKey` of your own to be able
   * to repeat the whole call as well. Codes: INVALID_REQUEST, PAYLOAD_TOO_LARGE (8 KiB), IDEMPOTENCY_KEY_REUSED.
   */
  readonly createOrder: (body: NewOrder, options?: CreateOptions) => Promise<AcceptedOrder>;

  /** An order as it is now. Codes: INVALID_REQUEST for what is no UUID in lower case, ORDER_NOT_FOUND. */
  readonly getOrder: (orderId: string, options?: CallOptions) => Promise<VersionedOrder>;

  /**
   * Changes status and payment. Repeated after faults only with `ifMatch`; then VERSION_STALE can mean that an attempt
   * whose answer was lost made the change: read the order, and update again if the change is still wanted.
   * Codes: STATUS_NOT_PERMITTED, ORDER_NOT_FOUND, VERSION_STALE, STATUS_MOVE_FORBIDDEN, ORDER_CHANGED, ORDER_NOT_RECORDED,
   * NOT_THE_WRITER.
   */
  readonly updateOrder: (
    orderId: string,
    change: OrderChange,
    options?: UpdateOptions,
  ) => Promise<VersionedOrder>;

  /** One page of a tenant's orders, newest first. Codes: INVALID_REQUEST, INVALID_PAGE_TOKEN, TENANT_MISMATCH. */
  readonly listOrders: (
    tenantId: string,
    query?: OrdersQuery,
    options?: CallOptions,
  ) => Promise<OrderPage>;

  /** All of a tenant's orders, newest first; a page is fetched when the one before is used up. Errors as listOrders. */
  readonly orders: (
    tenantId: string,
    query?: OrdersQuery,
    options?: CallOptions,
  ) => AsyncIterable<OrderSummary>;

  /** Where the invoice is for five minutes. Codes: ORDER_NOT_FOUND, INVOICE_NOT_READY (see retryAfterSeconds). */
  readonly getInvoice: (orderId: string, options?: CallOptions) => Promise<Invoice>;

  /**
   * Reads the order until it is recorded: usually within seconds after it was placed.
   * @throws OrderWaitError ORDER_REJECTED, with the reason in `order.rejection`; ORDER_WAIT_TIMED_OUT
   */
  readonly waitUntilRecorded: (orderId: string, options?: WaitOptions) => Promise<RecordedOrder>;

  /** Asks once, without a token, whether the service answers. Codes: SERVICE_UNAVAILABLE. */
  readonly health: (options?: CallOptions) => Promise<Health>;
};
