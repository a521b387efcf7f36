// A mail whose order holds an attack is handed to SES like any other: same structure, same headers, one recipient.
import { describe, expect, test } from '@jest/globals';
import type { RecordedOrder } from '@bbws/domain/order';
import { aCampaign, aRecordedOrder, aRejectedOrder } from '@bbws/domain/testing/builders';
import { customerConfirmation } from './customer-confirmation.ts';
import { customerRejected } from './customer-rejected.ts';
import { customerStatusUpdate } from './customer-status-update.ts';
import { internalNotification } from './internal-notification.ts';
import type { Mail } from './render.ts';
import { sendOrderMail } from './send-order-mail.ts';
import { shapeOf } from './testing/read-html.ts';
import { accepted, startSes } from './testing/ses-server.ts';
import { sampleSettings } from './testing/settings.ts';

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</td></tr></table><h1>Pay here</h1>',
  '<!-- ',
  '--><b>',
  '</title></style><style>*{display:none}</style>',
  '{{{total}}}{{#lines}}{{/lines}}{{> partial}}',
  '{{=<% %>=}}<% total %>',
  'Thandi\r\nBcc: other@example.com',
  'Thandi\nTo: other@example.com\n\n<html>',
  'Thandi\u2028Bcc: other@example.com\u0000',
  'javascript:alert(1)',
  '&lt;script&gt;&#60;script&#62;',
  '\u202Egnp.exe',
];

/** A customer field each, set to `value` past every schema: a mail must not rely on one. */
const fields: Readonly<Record<string, (order: RecordedOrder, value: string) => RecordedOrder>> = {
  customerName: (order, value) => ({ ...order, customerName: value }),
  productName: (order, value) => ({
    ...order,
    items: order.items.map((line) => ({ ...line, productName: value })),
  }),
  campaign: (order, value) => ({
    ...order,
    campaign: { ...aCampaign(), campaignCode: value, description: value },
  }),
  orderNumber: (order, value) => ({ ...order, orderNumber: value }),
  billingAddress: (order, value) => ({
    ...order,
    billingAddress: { ...order.billingAddress, street: value, city: value, province: value },
  }),
};

const mailsOf = (order: RecordedOrder) => {
  const change = { status: 'cancelled', at: order.dateCreated } as const;
  const { customerName, orderNumber } = order;
  const rejected = { ...aRejectedOrder(), customerName, orderNumber };
  return [
    customerConfirmation(order, sampleSettings, { invoiceUrl: 'https://api.example.com/i' }),
    customerStatusUpdate(order, change, sampleSettings),
    customerRejected(rejected, sampleSettings),
    internalNotification(order, sampleSettings),
    internalNotification(rejected, sampleSettings),
  ];
};

const viewsOf = (mails: readonly Mail[]) => mails.map(({ html }) => shapeOf(html));

describe.each(Object.entries(fields))('An attack in %s', (_, set) => {
  const harmless = viewsOf(mailsOf(set(aRecordedOrder(), 'harmless')));

  test.each(attacks)('leaves structure and links as they are: %j', (attack) => {
    const mails = mailsOf(set(aRecordedOrder(), attack));

    expect(viewsOf(mails)).toEqual(harmless);
  });

  test('adds no header and no recipient to what SES is asked', async () => {
    await using server = await startSes(accepted);
    const send = sendOrderMail({
      ses: server.ses,
      from: 'noreply@example.com',
      replyTo: 'support@example.com',
    });

    for (const attack of attacks) {
      const order = set(aRecordedOrder(), attack);
      const [mail] = mailsOf(order);
      if (mail) await send({ to: order.customerEmail, mail, order });
    }

    expect(server.requests).toHaveLength(attacks.length);
    for (const request of server.requests)
      expect(request).toEqual({
        FromEmailAddress: 'noreply@example.com',
        ReplyToAddresses: ['support@example.com'],
        Destination: { ToAddresses: ['thandi.sample@example.com'] },
        Content: {
          Simple: {
            Subject: { Data: expect.stringMatching(/^[^\p{Cc}\u2028\u2029]+$/u), Charset: 'UTF-8' },
            Body: expect.anything(),
            Headers: [{ Name: 'X-BBWS-Order-Id', Value: aRecordedOrder().id }],
          },
        },
        EmailTags: [{ Name: 'orderId', Value: aRecordedOrder().id }],
      });
  });
});

test.each([
  'a@example.com, b@example.com',
  'a@example.com\r\nBcc: b@example.com',
  'Thandi <a@example.com>',
  '<a@example.com>',
  'a@example.com;b@example.com',
])('A recipient that is not one address is not written to: %j', async (to) => {
  await using server = await startSes(accepted);
  const [mail] = mailsOf(aRecordedOrder());
  const send = sendOrderMail({ ses: server.ses, from: 'noreply@example.com' });

  const sent = mail && send({ to, mail, order: aRecordedOrder() });

  await expect(sent).rejects.toThrow('The recipient is not one e-mail address.');
  expect(server.requests).toEqual([]);
});
