import { describe, expect, test } from '@jest/globals';
import { orderStatuses } from '@bbws/domain/order-status';
import { aRecordedOrder, sampleTime } from '@bbws/domain/testing/builders';
import { customerStatusUpdate } from './customer-status-update.ts';
import { plainSpaces, samplePage, sampleSettings } from './testing/settings.ts';

const mailOf = (status: (typeof orderStatuses)[number]) =>
  customerStatusUpdate(aRecordedOrder(), { status, at: sampleTime }, sampleSettings);

describe('the mail about a new status', () => {
  test('has the order number in its subject', () => {
    const mail = mailOf('paid');

    expect(mail.subject).toBe('Order Update: ORD-20261120-00001');
  });

  test('reads like this', () => {
    const mail = mailOf('paid');

    expect(plainSpaces(mail.text)).toMatchSnapshot();
  });

  test.each([
    ['pending', 'Waiting for payment'],
    ['paid', 'Paid'],
    ['processing', 'In preparation'],
    ['completed', 'Completed'],
    ['cancelled', 'Cancelled'],
    ['failed', 'Failed'],
    ['refunded', 'Refunded'],
  ] as const)('calls %s "%s"', (status, label) => {
    const mail = mailOf(status);

    expect(mail.text).toContain(`New status:   ${label}\n`);
  });

  test('has different words for every status', () => {
    const texts = orderStatuses.map((status) => mailOf(status).text);

    expect(new Set(texts).size).toBe(orderStatuses.length);
  });

  test('is about the change that it is given, not about the status that the order has now', () => {
    const order = aRecordedOrder({ status: 'completed' });

    const mail = customerStatusUpdate(order, { status: 'paid', at: sampleTime }, sampleSettings);

    expect(mail.text).toContain('We have received your payment');
  });

  test('has a button to the order in the portal', () => {
    const mail = mailOf('processing');

    expect(mail.html).toContain(`<a href="https://portal.example.com/${samplePage}"`);
  });
});
