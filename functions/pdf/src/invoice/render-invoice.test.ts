import { describe, expect, test } from '@jest/globals';
import { aRecordedOrder } from '@bbws/domain/testing/builders';
import { aHistory } from '@bbws/domain/testing/history';
import { invoiceKey } from '../invoice-key.ts';
import { renderInvoice } from './render-invoice.ts';
import { campaign, lines, payment } from './testing/order-parts.ts';
import { readPdf } from './testing/read-pdf.ts';
import { aSupplier } from '@bbws/domain/testing/supplier';

const settings = { timeZone: 'Africa/Johannesburg', supplier: aSupplier() };

const invoiceOf = async (changes: object = {}) =>
  readPdf(await renderInvoice(aRecordedOrder(changes), settings));

const textOf = async (changes: object = {}) => {
  const { pages } = await invoiceOf(changes);
  return pages.map(({ text }) => text).join('\n');
};

describe('the bytes of an invoice', () => {
  test('are the same for the same order', async () => {
    const order = aRecordedOrder({ ...lines(40), ...payment, campaign });

    const first = await renderInvoice(order, settings);
    const second = await renderInvoice(order, settings);

    expect(Buffer.compare(first, second)).toBe(0);
  });

  test('are the same as first issued when the order was hidden and shown again: the key is', async () => {
    const order = aRecordedOrder();
    const shownAgain = aRecordedOrder({
      version: order.version + 2,
      dateLastUpdated: '2026-11-21T08:00:00.000Z',
      lastUpdatedBy: 'operator',
    });

    const later = await renderInvoice(shownAgain, settings);

    expect(invoiceKey(shownAgain)).toBe(invoiceKey(order));
    expect(Buffer.compare(later, await renderInvoice(order, settings))).toBe(0);
  });

  test('are the same when a paid order was prepared meanwhile: the key is', async () => {
    const statusHistory = aHistory('pending', 'pending', 'paid', 'processing');
    const prepared = { status: 'processing', version: 4, statusHistory };
    const dateLastUpdated = '2026-11-21T08:00:00.000Z';
    const order = aRecordedOrder({
      ...{ status: 'paid', version: 3 },
      statusHistory: statusHistory.slice(0, 3),
    });
    const later = aRecordedOrder({ ...prepared, dateLastUpdated });

    const bytes = await renderInvoice(later, settings);

    expect(invoiceKey(later)).toBe(invoiceKey(order));
    expect(Buffer.compare(bytes, await renderInvoice(order, settings))).toBe(0);
  });

  test('are the same when other invoices are rendered at the same time', async () => {
    const order = aRecordedOrder();
    const alone = await renderInvoice(order, settings);

    const together = await Promise.all([
      renderInvoice(order, settings),
      renderInvoice(aRecordedOrder(lines(30)), settings),
      renderInvoice(order, settings),
    ]);

    expect(Buffer.compare(together[0], alone)).toBe(0);
    expect(Buffer.compare(together[2], alone)).toBe(0);
  });
});

describe('an invoice', () => {
  test('is an A4 page titled "Tax Invoice"', async () => {
    const { pages } = await invoiceOf();

    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({
      width: expect.closeTo(595.28, 2),
      height: expect.closeTo(841.89, 2),
      text: expect.stringContaining('Tax Invoice'),
    });
  });

  test('has a title, an author, a language and the date of the order among its properties', async () => {
    const { info } = await invoiceOf({ dateCreated: '2026-11-20T10:15:30.000Z' });

    expect(info).toMatchObject({
      Title: 'Tax Invoice ORD-20261120-00001',
      Author: 'Sample Trading (Pty) Ltd',
      Language: 'en-ZA',
      CreationDate: 'D:20261120101530Z',
    });
  });

  test('of an order that was paid has the date of the payment’s note among its properties', async () => {
    const statusHistory = aHistory('pending', 'pending', 'pending');

    const { info } = await invoiceOf({ ...payment, version: 3, statusHistory });

    expect(info).toMatchObject({ CreationDate: 'D:20261120093200Z' });
  });

  test('names the order and its day in the business time zone', async () => {
    const text = await textOf({ dateCreated: '2026-11-20T22:30:00.000Z' });

    expect(text).toContain('ORD-20261120-00001');
    expect(text).toContain('21 November 2026');
  });

  test('names its supplier, with address, VAT number, registration and contact', async () => {
    const text = await textOf();

    expect(text).toContain(
      'From\nSample Trading (Pty) Ltd\n1 Sample Road\nGardens\nCape Town 8001\nSouth Africa\n' +
        'VAT number 4000000000\nRegistration number 2026/000000/07\n+27 21 000 0000 · accounts@example.com',
    );
  });

  test('shows the VAT number of the customer who gave one', async () => {
    const text = await textOf({ customerVatNumber: '4123456789' });

    expect(text).toContain('South Africa\nVAT number 4123456789\nthandi.sample@');
  });

  test('shows customer, billing address and e-mail address', async () => {
    const text = await textOf();

    expect(text).toContain(
      'Thandi Sample\n1 Example Street\nCape Town 8001\nWestern Cape\nSouth Africa\nthandi.sample@example.com',
    );
  });

  test('begins the address with the street when the customer gave no name', async () => {
    const text = await textOf({ customerName: undefined });

    expect(text).toContain('Billed to\n1 Example Street');
  });

  test('shows position, name, quantity, unit price, discount and amount of each line', async () => {
    const text = await textOf();

    expect(text).toContain('1\nRooibos tea, 80 bags\n3\n50,00\n10,00\n140,00');
    expect(text).toContain('2\nBraai tongs\n1\n60,00\n–\n60,00');
  });

  test('shows the sums of the order', async () => {
    const text = await textOf();

    expect(text).toContain(
      'Subtotal\nR 200,00\nDiscount\n−R 2,61\nShipping\nR 20,00\nVAT\nR 32,61\nTotal\nR 250,00',
    );
  });

  test('shows a discount of zero without a sign', async () => {
    const text = await textOf({ discount: 0, total: 25261 });

    expect(text).toContain('Discount\nR 0,00');
  });

  test('shows campaign, discount, period and the host of its terms', async () => {
    const text = await textOf({ campaign });

    expect(text).toContain('SUMMER-2026, 10 % discount\nTen per cent off the summer range.');
    expect(text).toContain('Valid from 01 November 2026 to 31 December 2026');
    expect(text).toContain('Terms and conditions: bbws.io');
  });

  test('links to the terms of the campaign', async () => {
    const { pages } = await invoiceOf({ campaign });

    expect(pages[0]?.links).toEqual([campaign.termsConditionsUrl]);
  });

  test('shows nothing of a campaign when there was none', async () => {
    expect(await textOf()).not.toContain('Campaign');
  });
});

describe('the payment on an invoice', () => {
  test.each([
    ['pending', 'Awaiting payment'],
    ['paid', 'Paid'],
    ['processing', 'Paid'],
    ['completed', 'Paid'],
    ['cancelled', 'Cancelled'],
    ['failed', 'Payment failed'],
    ['refunded', 'Refunded'],
  ])('of a %s order is marked "%s"', async (status, mark) => {
    expect(await textOf({ status })).toContain(`Payment\n${mark}\n`);
  });

  test('of a total of nothing is marked as such', async () => {
    expect(await textOf({ discount: 25261, total: 0 })).toContain('Payment\nNothing to pay\n');
  });

  test('names method, day in the business time zone and reference', async () => {
    expect(await textOf(payment)).toContain(
      'Payment\nInstant EFT, 21 November 2026\nReference txn-8f2c1d90',
    );
  });

  test('is asked for with account and order number while it is due', async () => {
    expect(await textOf()).toContain(
      'How to pay\nAccount name\nSample Trading (Pty) Ltd\nBank\nExample Bank\nBranch code\n000000\n' +
        'Account\n000000000\nPlease quote\nORD-20261120-00001',
    );
  });

  test.each([
    ['paid', payment],
    ['cancelled', { status: 'cancelled' }],
    ['of a total of nothing', { discount: 25261, total: 0 }],
  ])('is not asked for when the order is %s', async (_, changes) => {
    expect(await textOf(changes)).not.toContain('How to pay');
  });
});
