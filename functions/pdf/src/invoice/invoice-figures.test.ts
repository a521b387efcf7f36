import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderInvoice } from './render-invoice.ts';
import { anyOrder } from './testing/any-order.ts';
import { printedLines, printedSums } from './testing/printed-figures.ts';
import { readPdf } from './testing/read-pdf.ts';
import { aSupplier } from '@bbws/domain/testing/supplier';

const settings = { timeZone: 'Africa/Johannesburg', supplier: aSupplier() };

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

test('an invoice prints exactly the figures of its order, and what it prints adds up: 500 orders', async () => {
  await fc.assert(
    fc.asyncProperty(anyOrder, async (order) => {
      const { pages } = await readPdf(await renderInvoice(order, settings));

      const lines = printedLines(pages);
      const { announced, ...sums } = printedSums(pages);
      expect(lines).toEqual(
        order.items.map(({ productName, quantity, unitPrice, discount, subtotal }, index) => ({
          position: index + 1,
          name: productName,
          quantity,
          unitPrice,
          discount,
          amount: subtotal,
        })),
      );
      expect(sums).toEqual({
        subtotal: order.subtotal,
        discount: order.discount === 0 ? 0 : -order.discount,
        shipping: order.shipping,
        tax: order.tax,
        total: order.total,
      });
      expect(sumOf(lines.map(({ amount }) => amount))).toBe(sums.subtotal);
      expect(sums.subtotal + sums.discount + sums.shipping + sums.tax).toBe(announced);
      expect(pages.at(-1)?.text).toContain('Errors and omissions excepted.');
    }),
    { numRuns: 500 },
  );
});
