/** Parts of sample orders, as many lines and as hostile a text as a test wants. */
import { lineAmount, sumOf } from '@bbws/domain/money';

/** `count` lines, named `Item 1.` and so on, with sums that add up. */
export const lines = (count: number, changes: { productName?: string } = {}) => {
  const items = Array.from({ length: count }, (_, index) => {
    const prices = { unitPrice: 4999 + index, quantity: 1 + (index % 7), discount: index % 3 };
    const subtotal = lineAmount(prices, 'ZAR');
    const [id, productName] = [`line-${String(index)}`, `Item ${String(index + 1)}.`];
    return { id, productId: id, productName, ...prices, subtotal, active: true, ...changes };
  });
  const subtotal = sumOf(
    items.map((item) => item.subtotal),
    'ZAR',
  );
  return { items, subtotal, discount: 0, shipping: 0, tax: 0, total: subtotal };
};

export const campaign = {
  campaignCode: 'SUMMER-2026',
  description: 'Ten per cent off the summer range.',
  discountPercentage: 10,
  termsConditionsUrl: 'https://bbws.io/campaigns/summer?lang=en#terms',
  fromDate: '2026-11-01',
  toDate: '2026-12-31',
};

/** Paid shortly after midnight in Johannesburg, late in the evening in UTC. */
export const payment = {
  status: 'paid',
  paymentDetails: {
    method: 'Instant EFT',
    transactionId: 'txn-8f2c1d90',
    paidAt: '2026-11-20T22:30:00.000Z',
  },
};

/** Every free text of an order as long as its schema allows, made of `pattern`; amounts at their largest. */
export const extremes = (pattern: string) => {
  const filled = (length: number) => pattern.repeat(length).slice(0, length);
  const amount = 1_000_000_000_000;
  const sums = { subtotal: amount, discount: amount, shipping: amount, tax: amount, total: amount };
  const { items } = lines(12, { productName: filled(200) });
  const label = 'w'.repeat(59);
  return {
    ...sums,
    items: items.map((item) => ({
      ...item,
      quantity: 1_000_000,
      unitPrice: amount,
      discount: amount,
      subtotal: amount,
    })),
    customerName: filled(100),
    customerVatNumber: 'W'.repeat(20),
    customerEmail: `${'W'.repeat(64)}@${label}.${label}.${label}.com`,
    billingAddress: {
      street: filled(200),
      city: filled(100),
      province: filled(100),
      postalCode: filled(20),
      country: 'GS',
    },
    campaign: {
      ...campaign,
      campaignCode: 'W'.repeat(64),
      description: filled(500),
      termsConditionsUrl: `https://${label}.${label}.${label}.${label}.com/${'W'.repeat(1700)}`,
    },
    status: 'refunded',
    paymentDetails: {
      ...payment.paymentDetails,
      method: filled(50),
      transactionId: filled(100),
    },
  };
};
