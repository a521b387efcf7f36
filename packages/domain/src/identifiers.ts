/** Identifiers. Their patterns are strict, since they become parts of keys, paths and file names. */
import * as v from 'valibot';

const token = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A customer organisation: 1 to 64 letters, digits, `-` or `_`. Comes from the caller's token only. */
export const TenantId = v.pipe(
  v.string(),
  v.regex(token, 'must be a tenant id'),
  v.brand('TenantId'),
);
export type TenantId = v.InferOutput<typeof TenantId>;

/** An order: a UUID in lower case. */
export const OrderId = v.pipe(
  v.string(),
  v.regex(uuid, 'must be a UUID in lower case'),
  v.brand('OrderId'),
);
export type OrderId = v.InferOutput<typeof OrderId>;

/** A cart: 1 to 64 letters, digits, `-` or `_`. A number of the Cart API's own may look like a card's. */
export const CartId = v.pipe(v.string(), v.regex(token, 'must be a cart id'));

/** An event, a write or a lease: a UUID in lower case. */
export const Uuid = v.pipe(v.string(), v.regex(uuid, 'must be a UUID in lower case'));

/** What follows one request through every message, log line and mail that it leads to. */
export const CorrelationId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9=:._-]{1,128}$/, 'must be a correlation id'),
);
