import { describe, expect, test } from '@jest/globals';
import { aRecordedOrder } from '@bbws/domain/testing/builders';
import { customerConfirmation } from './customer-confirmation.ts';
import { plainSpaces, samplePage, sampleSettings } from './testing/settings.ts';

const campaign = {
  campaignCode: 'SUMMER26',
  description: 'Summer campaign',
  discountPercentage: 5,
  termsConditionsUrl: 'https://example.com/terms',
  fromDate: '2026-11-01',
  toDate: '2026-12-01',
};

const textOf = (order = aRecordedOrder(), links = {}) =>
  plainSpaces(customerConfirmation(order, sampleSettings, links).text);

describe('the confirmation of an order', () => {
  test('has the order number in its subject', () => {
    const mail = customerConfirmation(aRecordedOrder(), sampleSettings);

    expect(mail.subject).toBe('Order Confirmation: ORD-20261120-00001');
  });

  test('reads like this', () => {
    const order = aRecordedOrder({ campaign });

    const text = textOf(order, { invoiceUrl: 'https://api.example.com/invoice' });

    expect(text).toMatchSnapshot();
  });

  test('shows quantity, unit price and discount of a line below its name', () => {
    const mail = customerConfirmation(aRecordedOrder(), sampleSettings);

    expect(plainSpaces(mail.html)).toMatch(
      /Rooibos tea, 80 bags<br>.*?3 &times; R 50,00, less R 10,00/,
    );
  });

  test('shows the amounts of the order', () => {
    const text = textOf();

    expect(text).toContain(
      'Subtotal: R 200,00\nDiscount: −R 2,61\nShipping: R 20,00\nVAT:      R 32,61\nTotal:    R 250,00',
    );
  });

  test('says nothing of a discount where there is none', () => {
    const [, line] = aRecordedOrder().items;

    const text = textOf(aRecordedOrder({ items: [line], discount: 0 }));

    expect(text).not.toMatch(/discount|less/i);
  });

  test('does not show the discount of the order at a line without one', () => {
    const text = textOf();

    expect(text).toContain('1 x R 60,00 = R 60,00');
  });

  test('names the campaign', () => {
    const text = textOf(aRecordedOrder({ campaign }));

    expect(text).toContain('CAMPAIGN SUMMER26\n\nSummer campaign');
  });

  test('says nothing of a campaign where there is none', () => {
    const text = textOf();

    expect(text).not.toMatch(/campaign/i);
  });

  test('has a button to the order in the portal', () => {
    const mail = customerConfirmation(aRecordedOrder(), sampleSettings);

    expect(mail.html).toContain(`<a href="https://portal.example.com/${samplePage}"`);
  });

  test('links to the invoice', () => {
    const invoiceUrl = 'https://api.example.com/v1.0/invoices/1?token=a-b_c&x=1';

    const mail = customerConfirmation(aRecordedOrder(), sampleSettings, { invoiceUrl });

    expect(mail.html).toContain(
      'href="https://api.example.com/v1.0/invoices/1?token=a-b_c&amp;x=1"',
    );
  });

  test('says nothing of an invoice where there is no link to it', () => {
    const text = textOf();

    expect(text).not.toMatch(/invoice/i);
  });

  test('greets a customer whose name is not known', () => {
    const text = textOf(aRecordedOrder({ customerName: undefined }));

    expect(text).toContain('Hello there,');
  });

  test('of a hundred lines with the longest names has its sums and its invoice before Gmail’s cut', () => {
    const [line] = aRecordedOrder().items;
    const items = Array.from({ length: 100 }, () => ({ ...line, productName: 'ḓ'.repeat(200) }));
    const invoiceUrl = `https://api.example.com/v1.0/invoices/1?token=${'t'.repeat(180)}`;

    const mail = customerConfirmation(aRecordedOrder({ items, campaign }), sampleSettings, {
      invoiceUrl,
    });

    const html = Buffer.from(mail.html);
    const shown = plainSpaces(html.subarray(0, 102_000).toString());
    expect(html.byteLength).toBeGreaterThan(102_000);
    expect(shown).toContain(invoiceUrl);
    expect(shown).toMatch(/Total<\/th>\s*<td[^>]*>\s*R 250,00/);
    expect(shown).toMatch(/Subtotal<\/th>.*?VAT<\/th>.*?Total<\/th>/s);
  });

  test('of a hundred lines with long names stays below the 102 KB at which Gmail cuts it', () => {
    const [line] = aRecordedOrder().items;
    const items = Array.from({ length: 100 }, () => ({
      ...line,
      productName: 'Long name '.repeat(20),
    }));

    const mail = customerConfirmation(aRecordedOrder({ items, campaign }), sampleSettings);

    expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000);
  });
});
