/** The arithmetic of an order (R-DAT-07). */
import * as v from 'valibot';
import { lineAmount, sumOf } from './money.ts';
import { orderAmountFields } from './order.ts';

export const OrderAmounts = v.object(orderAmountFields);
/** Lines and amounts of an order, in minor units. */
export type OrderAmounts = v.InferOutput<typeof OrderAmounts>;

/** True when every line, the subtotal and the total follow from their parts, to the cent. */
export const amountsAddUp = (order: OrderAmounts): boolean => {
  const { currency, items, subtotal, discount, shipping, tax, total } = order;
  return (
    items.every((line) => lineAmount(line, currency) === line.subtotal) &&
    sumOf(
      items.map((line) => line.subtotal),
      currency,
    ) === subtotal &&
    sumOf([subtotal, -discount, shipping, tax], currency) === total
  );
};
