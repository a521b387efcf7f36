/** The orders that the preview shows; the people in them are invented. */
import type { RecordedOrder } from '@bbws/domain/order';
import { aCampaign, aPayment, aRecordedOrder } from '@bbws/domain/testing/builders';

const goods = [
  'Rooibos tea, 80 bags',
  'Braai tongs',
  'Fynbos honey, 500 g',
  'Enamel mug, white with blue rim',
  'Shweshwe cloth, indigo, per metre',
];

/** An order of so many lines whose sums add up. */
export const orderOf = (count: number, changes: object = {}): RecordedOrder => {
  const items = Array.from({ length: count }, (_, index) => {
    const [quantity, unitPrice] = [(index % 5) + 1, 4_995 + index * 1_005];
    const discount = index % 4 === 3 ? 500 : 0;
    return {
      id: `line-${index + 1}`,
      productId: `product-${index + 1}`,
      productName: goods[index % goods.length],
      quantity,
      unitPrice,
      discount,
      subtotal: quantity * unitPrice - discount,
      active: true,
    };
  });
  const subtotal = items.reduce((sum, line) => sum + line.subtotal, 0);
  const [shipping, tax] = [9_900, Math.round(subtotal * 0.15)];
  const amounts = { items, subtotal, discount: 0, shipping, tax, total: subtotal + shipping + tax };
  return aRecordedOrder({ ...amounts, ...changes });
};

/** Names with what South Africa's languages ask of a font, and what people type besides. */
export const names = [
  ['Afrikaans', 'Rozélle Daniël van Jaarsveld-Pienaar'],
  ['Tshivenḓa', 'Ṱhizwilondi Ṋemuṱanzhela'],
  ['isiZulu, and an emoji', 'Nomvula kaMkhonza-Dlamini 🌻'],
] as const;

const veryLong =
  'Hand-woven Basotho blanket, pure merino, 155 × 165 cm, pattern “Seanamarena”, with 24-month-guarantee-and-care-instructions-in-eleven-languages';

/** What both mails and invoices are shown for. */
export const sampleOrders = {
  short: aRecordedOrder(),
  campaign: aRecordedOrder({ campaign: aCampaign() }),
  long: orderOf(60),
  longest: orderOf(100),
  longName: aRecordedOrder({
    items: aRecordedOrder().items.map((line) => ({ ...line, productName: veryLong })),
  }),
  paid: orderOf(3, { status: 'paid', paymentDetails: aPayment() }),
  refunded: orderOf(3, { status: 'refunded', paymentDetails: aPayment() }),
  large: orderOf(12),
} as const;
