/** A cart as the Cart API answers it (R-EVT-08): decimal numbers, foreign, trusted in nothing. */
import * as v from 'valibot';
import { Campaign } from './campaign.ts';
import { CurrencyCode, type Currency } from './currency.ts';
import type { TenantId } from './identifiers.ts';
import { lineOfText, oneLine } from './line-of-text.ts';
import { fromDecimalNumber } from './money.ts';
import { amountsAddUp, OrderAmounts } from './order-amounts.ts';
import { mostLines } from './order-line.ts';
import type { RejectionCode } from './rejection.ts';

const Decimal = v.pipe(v.number(), v.finite(), v.minValue(0));

const ForeignText = v.pipe(v.string(), v.maxLength(2000), v.transform(oneLine));

const CartLine = v.object({
  id: ForeignText,
  productId: ForeignText,
  productName: ForeignText,
  quantity: v.pipe(v.number(), v.integer(), v.minValue(1)),
  unitPrice: Decimal,
  discount: v.nullish(Decimal, 0),
  subtotal: Decimal,
});

const CartCampaign = v.object({
  ...Campaign.entries,
  description: v.pipe(ForeignText, lineOfText(500)),
});

/** Answer of `GET /carts/{cartId}`. Unknown fields are ignored; an optional one may be null. */
export const Cart = v.object({
  cartId: v.string(),
  tenantId: v.string(),
  items: v.pipe(v.array(CartLine), v.maxLength(10_000)),
  subtotal: Decimal,
  discount: v.nullish(Decimal, 0),
  shipping: v.nullish(Decimal, 0),
  tax: Decimal,
  total: Decimal,
  currency: v.nullish(CurrencyCode, 'ZAR'),
  campaign: v.nullish(CartCampaign),
});
export type Cart = v.InferOutput<typeof Cart>;

/** Either what an order takes from its cart, or why it cannot. */
export type CheckedCart =
  | { readonly ok: true; readonly amounts: OrderAmounts }
  | { readonly ok: false; readonly rejection: RejectionCode };

/** Checks that the cart is the tenant's, has 1 to 100 lines that fit an order, and adds up; converts it to minor units. */
export const checkCart = (
  cart: Cart,
  expected: { tenantId: TenantId; cartId: string },
): CheckedCart => {
  const rejected = (rejection: RejectionCode) => ({ ok: false, rejection }) as const;
  if (cart.tenantId !== expected.tenantId || cart.cartId !== expected.cartId)
    return rejected('CART_OF_OTHER_TENANT');
  if (cart.items.length === 0) return rejected('CART_EMPTY');
  if (cart.items.length > mostLines) return rejected('CART_TOO_LARGE');

  const amounts = v.safeParse(OrderAmounts, inMinorUnits(cart, cart.currency));
  if (!amounts.success) return rejected('CART_CONTENT_INVALID');
  if (!amountsAddUp(amounts.output)) return rejected('CART_SUMS_WRONG');
  return { ok: true, amounts: amounts.output };
};

/** The cart with its decimals as minor units; a decimal that has none becomes `undefined` and fails the schema. */
const inMinorUnits = (cart: Cart, currency: Currency) => {
  const minor = (decimal: number) => fromDecimalNumber(decimal, currency);
  return {
    items: cart.items.map((line) => ({
      ...line,
      unitPrice: minor(line.unitPrice),
      discount: minor(line.discount),
      subtotal: minor(line.subtotal),
      active: true,
    })),
    subtotal: minor(cart.subtotal),
    discount: minor(cart.discount),
    shipping: minor(cart.shipping),
    tax: minor(cart.tax),
    total: minor(cart.total),
    currency,
    ...(cart.campaign && { campaign: cart.campaign }),
  };
};
