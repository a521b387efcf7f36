// The figures that a customer reads are those of the order, all of them and no others, in both parts of the mail.
import { describe, expect, test } from '@jest/globals';
import type { RecordedOrder } from '@bbws/domain/order';
import { aRecordedOrder } from '@bbws/domain/testing/builders';
import fc from 'fast-check';
import { customerConfirmation } from './customer-confirmation.ts';
import { customerStatusUpdate } from './customer-status-update.ts';
import { internalNotification } from './internal-notification.ts';
import { textsOf } from './testing/read-html.ts';
import { sampleSettings } from './testing/settings.ts';

const amounts = fc.oneof(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 900_000 }));

const lines = fc
  .record({ quantity: fc.integer({ min: 1, max: 9_999 }), unitPrice: amounts, share: fc.nat(100) })
  .map(({ quantity, unitPrice, share }) => {
    const gross = quantity * unitPrice;
    const discount = Math.floor((gross * (share > 60 ? 0 : share)) / 100);
    return { quantity, unitPrice, discount, subtotal: gross - discount };
  });

/** Orders of 1 to 12 lines, now and then of 100, whose sums add up. */
const orders = fc
  .record({
    lines: fc.oneof(
      { weight: 19, arbitrary: fc.array(lines, { minLength: 1, maxLength: 12, size: 'max' }) },
      { weight: 1, arbitrary: fc.array(lines, { minLength: 100, maxLength: 100 }) },
    ),
    shipping: amounts,
    tax: amounts,
    share: fc.nat(100),
  })
  .map(({ lines: drawn, shipping, tax, share }): RecordedOrder => {
    const items = drawn.map((line, index) => ({
      ...line,
      id: `line-${String(index)}`,
      productId: `product-${String(index)}`,
      productName: 'Sample product',
      active: true,
    }));
    const subtotal = items.reduce((sum, line) => sum + line.subtotal, 0);
    const discount = Math.floor((subtotal * (share > 60 ? 0 : share)) / 100);
    const total = subtotal - discount + shipping + tax;
    return aRecordedOrder({ items, subtotal, discount, shipping, tax, total });
  });

/** Every amount in `text` in cents, and every quantity: read without the formatter that wrote them. */
const figuresIn = (text: string) => {
  const plain = text.replaceAll(/[\u00A0\u202F]/g, ' ');
  const amountsRead = plain.matchAll(/R (\d{1,3}(?: \d{3})*),(\d{2})(?!\d)/g);
  const quantities = plain.matchAll(/(\d{1,3}(?: \d{3})*) [x×] R /g);
  const digits = (written: string) => Number(written.replaceAll(' ', ''));
  return {
    amounts: [...amountsRead].map(([, whole = '', cents = '']) => digits(whole + cents)),
    quantities: [...quantities].map(([, quantity = '']) => digits(quantity)),
  };
};

const ifAny = (amount: number): readonly number[] => (amount > 0 ? [amount] : []);

/** In the order of the mail: the sums, then the lines. */
const figuresOf = ({ items, subtotal, discount, shipping, tax, total }: RecordedOrder) => [
  ...[subtotal, ...ifAny(discount), shipping, tax, total],
  ...items.flatMap((line) => [line.unitPrice, ...ifAny(line.discount), line.subtotal]),
];

describe('For 500 orders', () => {
  test('both parts of the confirmation show exactly the figures of the order', () => {
    const check = (order: RecordedOrder) => {
      const { html, text } = customerConfirmation(order, sampleSettings);
      const quantities = order.items.map(({ quantity }) => quantity);

      // The preview beside the subject and the top of the mail name the total as well.
      expect(figuresIn(textsOf(html).join('\n'))).toEqual({
        amounts: [order.total, order.total, ...figuresOf(order)],
        quantities,
      });
      expect(figuresIn(text)).toEqual({ amounts: figuresOf(order), quantities });
    };

    fc.assert(fc.property(orders, check), { numRuns: 500 });
  });

  test('the other mails show its total and no other amount', () => {
    const check = (order: RecordedOrder) => {
      const change = { status: 'paid', at: order.dateCreated } as const;
      const update = customerStatusUpdate(order, change, sampleSettings);
      const internal = internalNotification(order, sampleSettings);

      for (const { html, text } of [update, internal]) {
        expect(new Set(figuresIn(textsOf(html).join('\n')).amounts)).toEqual(
          new Set([order.total]),
        );
        expect(figuresIn(text).amounts).toEqual([order.total]);
      }
    };

    fc.assert(fc.property(orders, check), { numRuns: 500 });
  });
});
