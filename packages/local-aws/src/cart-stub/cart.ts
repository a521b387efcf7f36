/** A cart as the Cart API answers it, computed in cents and written as decimal numbers. */

export type CartLine = {
  readonly id: string;
  readonly productId: string;
  readonly productName: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discount: number;
  readonly subtotal: number;
};

export type Campaign = {
  readonly campaignCode: string;
  readonly description: string;
  readonly discountPercentage: number;
  readonly termsConditionsUrl: string;
  readonly fromDate: string;
  readonly toDate: string;
};

export type Cart = {
  readonly cartId: string;
  readonly tenantId: string;
  readonly items: readonly CartLine[];
  readonly subtotal: number;
  readonly discount?: number;
  readonly shipping?: number;
  readonly tax: number;
  readonly total: number;
  readonly currency: 'ZAR';
  readonly campaign?: Campaign;
};

export type Product = {
  readonly productId: string;
  readonly productName: string;
  readonly priceCents: number;
};

export type LineContents = {
  readonly product: Product;
  readonly quantity: number;
  readonly discountCents?: number;
};

/** What a customer put into a cart. A campaign takes its percentage off the subtotal. */
export type CartContents = {
  readonly lines: readonly LineContents[];
  readonly shippingCents?: number;
  readonly campaign?: Campaign;
};

const vatPercentage = 15;

const decimal = (cents: number) => cents / 100;

/** `percentage` of an amount, rounded half up to the cent, in whole numbers throughout. */
const percentageOf = (cents: number, percentage: number) =>
  Math.floor((cents * percentage + 50) / 100);

const lineCents = ({ product, quantity, discountCents = 0 }: LineContents) =>
  product.priceCents * quantity - discountCents;

const cartLine = (contents: LineContents, index: number): CartLine => ({
  id: `line-${index + 1}`,
  productId: contents.product.productId,
  productName: contents.product.productName,
  quantity: contents.quantity,
  unitPrice: decimal(contents.product.priceCents),
  discount: decimal(contents.discountCents ?? 0),
  subtotal: decimal(lineCents(contents)),
});

/** The cart with these contents: total = subtotal - discount + shipping + tax. */
export const makeCart = (
  { cartId, tenantId }: { readonly cartId: string; readonly tenantId: string },
  { lines, shippingCents = 0, campaign }: CartContents,
): Cart => {
  const subtotal = lines.reduce((sum, line) => sum + lineCents(line), 0);
  const discount = campaign ? percentageOf(subtotal, campaign.discountPercentage) : 0;
  const net = subtotal - discount + shippingCents;
  const tax = percentageOf(net, vatPercentage);
  return {
    cartId,
    tenantId,
    items: lines.map(cartLine),
    subtotal: decimal(subtotal),
    ...(discount > 0 && { discount: decimal(discount) }),
    ...(shippingCents > 0 && { shipping: decimal(shippingCents) }),
    tax: decimal(tax),
    total: decimal(net + tax),
    currency: 'ZAR',
    ...(campaign && { campaign }),
  };
};
