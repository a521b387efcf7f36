/** Body and header of PUT /v1.0/orders/{orderId} (R-API-08). Strict: what is not known is refused. */
import { OrderStatus } from '@bbws/domain/order-status';
import { paymentDetailsFields } from '@bbws/domain/payment-details';
import * as v from 'valibot';

export const UpdateOrderRequest = v.pipe(
  v.strictObject({
    status: v.optional(OrderStatus),
    paymentDetails: v.optional(v.strictObject(paymentDetailsFields)),
  }),
  v.minEntries(1, 'must have status, paymentDetails or both'),
);
export type UpdateOrderRequest = v.InferOutput<typeof UpdateOrderRequest>;

/** Entity tags, separated by commas, or `*`. */
export const IfMatch = v.pipe(
  v.string(),
  v.trim(),
  v.regex(
    /^(?:\*|(?:W\/)?"[\x21\x23-\x7e]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e]*")*)$/,
    'must be an ETag of the order, such as "3"',
  ),
  v.description('Change the order only if it is still in this version.'),
);

/** The entity tag of an order in that version. */
export const etag = (version: number): string => `"${String(version)}"`;

/** True when `ifMatch` names that version. A weak tag never does (RFC 9110, 13.1.1). */
export const matchesVersion = (ifMatch: string, version: number): boolean =>
  ifMatch === '*' || ifMatch.split(',').some((tag) => tag.trim() === etag(version));
