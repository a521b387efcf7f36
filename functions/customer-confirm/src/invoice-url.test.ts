import { expect, test } from '@jest/globals';
import { aLinkKey, aRecordedOrder, sampleOrderId } from '@bbws/domain/testing/builders';
import { linkHolds, readInvoiceLink } from '@bbws/lambda/invoice-link';
import { invoiceUrl } from './invoice-url.ts';

const sevenDays = 7 * 24 * 60 * 60 * 1000;

/** The address for the sample order, as a mail of that time has it. */
const addressAt = (now: Date) =>
  new URL(
    invoiceUrl({ apiBaseUrl: 'https://api.example.com', now: () => now })(
      aRecordedOrder(),
      aLinkKey(),
    ),
  );

test('The address of an invoice is a route of the API', () => {
  const { origin, pathname } = addressAt(new Date());

  expect(origin + pathname).toBe(`https://api.example.com/v1.0/invoices/${sampleOrderId}`);
});

test('The address of an invoice has a token for this order, from the sending of the mail on for 7 days', () => {
  const sent = new Date('2026-11-20T09:32:00.000Z');

  const link = readInvoiceLink(addressAt(sent).searchParams.get('token') ?? '');

  expect(link).toMatchObject({ tenantId: 'tenant-sample', orderId: sampleOrderId });
  expect(
    [0, sevenDays - 1, sevenDays].map(
      (age) => link && linkHolds(link, aLinkKey(), new Date(sent.getTime() + age)),
    ),
  ).toEqual([true, true, false]);
});
