import { describe, expect, test } from '@jest/globals';
import { aRecordedOrder } from '@bbws/domain/testing/builders';
import { renderInvoice } from './render-invoice.ts';
import { campaign, lines, payment } from './testing/order-parts.ts';
import { readPdf } from './testing/read-pdf.ts';
import { aSupplier } from '@bbws/domain/testing/supplier';

const settings = { timeZone: 'Africa/Johannesburg', supplier: aSupplier() };

/** An order whose every free text is `text`; without the checks of its schema, which refuse some of it already. */
const orderOf = (text: string) => {
  const order = aRecordedOrder({ ...lines(2), ...payment, campaign });
  return {
    ...order,
    customerName: text,
    customerVatNumber: text,
    billingAddress: { ...order.billingAddress, street: text, city: text, province: text },
    items: order.items.map((item) => ({ ...item, productName: text })),
    ...(order.campaign && { campaign: { ...order.campaign, description: text } }),
    ...(order.paymentDetails && {
      paymentDetails: { ...order.paymentDetails, method: text, transactionId: text },
    }),
  };
};

/** What a reader program would act on, and how the page is built, without the words. */
const structureOf = async (text: string) => {
  const bytes = await renderInvoice(orderOf(text), settings);
  const { pages, info } = await readPdf(bytes);
  const raw = Buffer.from(bytes).toString('latin1');
  return {
    info,
    // Objects, without their data: what is in the streams is packed and cannot be read as syntax.
    active: raw.match(/\/(?:JavaScript|JS|OpenAction|AA|Launch|SubmitForm|EmbeddedFile|URI)\b/g),
    links: pages.map(({ links }) => links),
    objects: raw.match(/\n\d+ 0 obj/g)?.length,
    pages: pages.map(({ runs }) =>
      runs.map(({ x, y, size }) => [Math.round(x * 10), Math.round(y * 10), size]),
    ),
  };
};

const attacks = [
  ['markup', '<b>x</b>'],
  ['a script', '<script>alert(1)</script>'],
  ['a template expression', '{{constructor}}${7*7}'],
  ['PDF syntax', ') Tj ET endstream'],
  ['PDF objects', '1 0 obj<</JS(x)>>'],
  ['line ends', 'a\r\nBcc: b@example.com'],
  ['Unicode line ends', 'a\u2028b\u2029c\u0085d'],
  ['text that runs backwards', 'a\u202Etxt.exe\u202C'],
  ['a control character', 'a\u0000b\u0007'],
] as const;

describe('In every text of the customer', () => {
  test.each(attacks)('%s changes nothing of the structure', async (_, attack) => {
    const harmless = await structureOf('Thandi Sample');

    const attacked = await structureOf(attack);

    // Widths differ with the words: what stands to the left edge of a column stays where it was.
    expect({ ...attacked, pages: undefined }).toEqual({ ...harmless, pages: undefined });
    expect(attacked.pages.map((page) => page.map(([x]) => x))).toEqual(
      harmless.pages.map((page) => page.map(([x]) => x)),
    );
  });
});
