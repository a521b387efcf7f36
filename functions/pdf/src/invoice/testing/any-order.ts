/** Any order that adds up, for tests that look at many. */
import { lineAmount, sumOf } from '@bbws/domain/money';
import { OrderStatus } from '@bbws/domain/order-status';
import { aRecordedOrder } from '@bbws/domain/testing/builders';
import fc from 'fast-check';
import { campaign, payment } from './order-parts.ts';

const anyLine = fc.record({
  unitPrice: fc.oneof(fc.nat(100_000), fc.nat(100_000_000)),
  quantity: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 500 })),
  discountShare: fc.constantFrom(0, 0, 0.1, 0.37, 1),
});

const names = ['Rooibos', 'Ṱhohoyanḓou', 'Koppie “Môre”', 'Tongs'];

/** A recorded order of 1 to 8 lines; line `n` is named `n: …`. */
export const anyOrder = fc
  .record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 8 }),
    discountShare: fc.constantFrom(0, 0, 0.05, 0.333, 1),
    shipping: fc.constantFrom(0, 9900, 12_345),
    taxShare: fc.constantFrom(0, 0.15),
    status: fc.constantFrom(...OrderStatus.options),
    extras: fc.constantFrom({}, { campaign }, { paymentDetails: payment.paymentDetails }),
  })
  .map(({ lines, discountShare, shipping, taxShare, status, extras }) => {
    const items = lines.map(({ unitPrice, quantity, discountShare: share }, index) => {
      const discount = Math.floor(unitPrice * quantity * share);
      const prices = { unitPrice, quantity, discount };
      const id = `line-${String(index)}`;
      const productName = `${String(index + 1)}: ${names[index % names.length] ?? ''}`;
      const subtotal = lineAmount(prices, 'ZAR');
      return { id, productId: id, productName, ...prices, subtotal, active: true };
    });
    const subtotal = sumOf(
      items.map((item) => item.subtotal),
      'ZAR',
    );
    const discount = Math.floor(subtotal * discountShare);
    const tax = Math.round((subtotal - discount + shipping) * taxShare);
    const total = subtotal - discount + shipping + tax;
    return aRecordedOrder({ items, subtotal, discount, shipping, tax, total, status, ...extras });
  });
