/** A line of an order (R-DAT-05). Amounts are minor units. */
import * as v from 'valibot';
import { lineOfCode, lineOfText } from './line-of-text.ts';
import { Amount } from './money.ts';

/** Most lines that an order may have. */
export const mostLines = 100;

/** Number of pieces, 1 to 1,000,000. */
export const Quantity = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1, 'must be at least 1'),
  v.maxValue(1_000_000),
);

export const OrderLine = v.object({
  id: lineOfCode(64),
  productId: lineOfCode(64),
  productName: lineOfText(200),
  quantity: Quantity,
  unitPrice: Amount,
  discount: Amount,
  /** unitPrice x quantity - discount */
  subtotal: Amount,
  active: v.boolean(),
});
export type OrderLine = v.InferOutput<typeof OrderLine>;
