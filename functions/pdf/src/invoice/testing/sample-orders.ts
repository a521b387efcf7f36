/** Orders as a shop has them, one for each look that an invoice can have. The people and goods in them are invented. */
import { lineAmount, sumOf } from '@bbws/domain/money';
import type { RecordedOrder } from '@bbws/domain/order';
import { aRecordedOrder } from '@bbws/domain/testing/builders';
import { campaign, payment } from './order-parts.ts';

const goods = [
  ['Rooibos tea, 80 bags', 5499],
  ['Braai tongs, stainless steel, 45 cm', 18_950],
  ['Fynbos honey, raw, 500 g', 8500],
  ['Enamel mug “Môre is nog ’n dag”, blue', 12_900],
  ['Ṱhohoyanḓou basket, woven, large', 64_900],
  ['Biltong slicer with olive-wood handle and spare blade', 42_000],
  ['Shweshwe apron', 21_500],
  ['Potjie pot No. 3, cast iron', 134_999],
  ['Gift card', 100_000],
] as const;

/** `count` lines of goods, with sums that add up: VAT of 15 %, as a shop adds it. */
export const goodsLines = (count: number) => {
  const items = Array.from({ length: count }, (_, index) => {
    const [productName, unitPrice] = goods[index % goods.length] ?? goods[0];
    const quantity = 1 + ((index * 5) % 12);
    const discount = index % 4 === 2 ? unitPrice / 10 : 0;
    const prices = { unitPrice, quantity, discount: Math.round(discount) };
    const id = `line-${String(index)}`;
    const subtotal = lineAmount(prices, 'ZAR');
    return { id, productId: id, productName, ...prices, subtotal, active: true };
  });
  const subtotal = sumOf(
    items.map((item) => item.subtotal),
    'ZAR',
  );
  return { items, ...sums(subtotal, Math.round(subtotal / 10)) };
};

const sums = (subtotal: number, discount: number) => {
  const shipping = subtotal === discount ? 0 : 9900;
  const tax = Math.round((subtotal - discount + shipping) * 0.15);
  return { subtotal, discount, shipping, tax, total: subtotal - discount + shipping + tax };
};

const withName = (productName: string) => {
  const { items, ...amounts } = goodsLines(3);
  return { ...amounts, items: items.map((item) => ({ ...item, productName })) };
};

const longName =
  'Handwoven picnic blanket of merino wool, waterproof backing, leather strap with brass buckles, embroidered with a name ' +
  'of at most twelve letters, in a cotton bag (please allow three weeks)';

const everyMark = {
  customerName: 'Ṋaledzani Šēōê ṱḓḽṅ ǃkhūǁgâ Łukasz Æbelø 🎉 茶',
  ...withName('ŉ Môre-koppie, Ṱṱ Ḓḓ Ḽḽ Ṋṋ Ṅṅ Šš Êê Ôô Ïï Öö Éé, Việt Nam, Ελλάδα, Україна 🎉👩‍👩‍👧'),
};

/** The invoice of each name, for pictures and previews. */
export const sampleOrders = (): Readonly<Record<string, RecordedOrder>> => {
  const twelve = goodsLines(12);
  return {
    '1-line': aRecordedOrder(goodsLines(1)),
    '12-lines': aRecordedOrder({ ...twelve, campaign, customerVatNumber: '4123456789' }),
    '60-lines': aRecordedOrder(goodsLines(60)),
    '100-lines': aRecordedOrder({ ...goodsLines(100), ...payment, campaign }),
    'long-name': aRecordedOrder(withName(longName)),
    'every-mark': aRecordedOrder(everyMark),
    'no-discount': aRecordedOrder({ ...twelve, ...sums(twelve.subtotal, 0) }),
    'full-discount': aRecordedOrder({ ...twelve, ...sums(twelve.subtotal, twelve.subtotal) }),
    paid: aRecordedOrder({ ...twelve, campaign, ...payment }),
    refunded: aRecordedOrder({ ...twelve, ...payment, status: 'refunded' }),
    cancelled: aRecordedOrder({ ...goodsLines(4), status: 'cancelled' }),
  };
};
