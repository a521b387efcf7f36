/** Why an accepted order did not become a record (R-EVT-08). */
import * as v from 'valibot';

export const RejectionCode = v.picklist([
  'CART_NOT_FOUND',
  'CART_OF_OTHER_TENANT',
  'CART_CONTENT_INVALID',
  'CART_SUMS_WRONG',
  'CART_EMPTY',
  'CART_TOO_LARGE',
]);
export type RejectionCode = v.InferOutput<typeof RejectionCode>;

const messages: Readonly<Record<RejectionCode, string>> = {
  CART_NOT_FOUND: 'The cart of this order does not exist or is no longer available.',
  CART_OF_OTHER_TENANT: 'The cart of this order belongs to another organisation.',
  CART_CONTENT_INVALID: 'The cart of this order has a line or an amount that cannot be ordered.',
  CART_SUMS_WRONG: 'The amounts in the cart of this order do not add up.',
  CART_EMPTY: 'The cart of this order has no lines.',
  CART_TOO_LARGE: 'The cart of this order has more than 100 lines.',
};

export const Rejection = v.object({
  code: RejectionCode,
  /** The sentence that the customer and the internal team read. */
  message: v.pipe(v.string(), v.maxLength(500)),
});
export type Rejection = v.InferOutput<typeof Rejection>;

export const rejectionFor = (code: RejectionCode): Rejection => ({ code, message: messages[code] });
