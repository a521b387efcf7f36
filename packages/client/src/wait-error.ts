/** The error for an order that does not become recorded. */
import type { Order } from './types.ts';

/** `ORDER_REJECTED`: it could not be; only support can still have it recorded. `ORDER_WAIT_TIMED_OUT`: not yet; it may still be. */
export type OrderWaitCode = 'ORDER_REJECTED' | 'ORDER_WAIT_TIMED_OUT';

export type WaitOptions = {
  /** How long to wait at most, in ms; 30,000 when missing. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** The order was rejected, or was not recorded in time. */
export class OrderWaitError extends Error {
  override readonly name = 'OrderWaitError';
  readonly code: OrderWaitCode;
  /** The order as it was last read, with its `rejection`; `undefined` when it could not be read in time. */
  readonly order: Order | undefined;

  constructor(code: OrderWaitCode, message: string, order: Order | undefined) {
    super(message);
    this.code = code;
    this.order = order;
  }
}
