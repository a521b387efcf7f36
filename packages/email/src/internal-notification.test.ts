import { describe, expect, test } from '@jest/globals';
import { aRecordedOrder, aRejectedOrder } from '@bbws/domain/testing/builders';
import { internalNotification } from './internal-notification.ts';
import { plainSpaces, samplePage, sampleSettings } from './testing/settings.ts';

describe('the notification of a recorded order', () => {
  test('has the order number in its subject', () => {
    const mail = internalNotification(aRecordedOrder(), sampleSettings);

    expect(mail.subject).toBe('New Order Received: ORD-20261120-00001');
  });

  test('reads like this', () => {
    const mail = internalNotification(aRecordedOrder(), sampleSettings);

    expect(plainSpaces(mail.text)).toMatchSnapshot();
  });

  test('counts lines and pieces', () => {
    const mail = internalNotification(aRecordedOrder(), sampleSettings);

    expect(mail.text).toContain('2 lines, 4 pieces');
  });

  test('counts a single line and piece in the singular', () => {
    const [, line] = aRecordedOrder().items;

    const mail = internalNotification(aRecordedOrder({ items: [line] }), sampleSettings);

    expect(mail.text).toContain('1 line, 1 piece\n');
  });

  test('has a button to the order in the admin portal', () => {
    const mail = internalNotification(aRecordedOrder(), sampleSettings);

    expect(mail.html).toContain(`<a href="https://admin.example.com/${samplePage}"`);
  });
});

describe('the notification of a rejected order', () => {
  test('has the order number in its subject', () => {
    const mail = internalNotification(aRejectedOrder(), sampleSettings);

    expect(mail.subject).toBe('Order Rejected: ORD-20261120-00001');
  });

  test('reads like this', () => {
    const mail = internalNotification(aRejectedOrder({ customerName: undefined }), sampleSettings);

    expect(mail.text).toMatchSnapshot();
  });

  test('gives the reason', () => {
    const mail = internalNotification(aRejectedOrder(), sampleSettings);

    expect(mail.html).toMatch(/The cart of this order does not exist.*CART_NOT_FOUND/);
  });
});
