import { PutObjectCommand } from '@aws-sdk/client-s3';
import { templates } from '@bbws/email/generated/templates';
import type { Mail } from '@bbws/local-aws/mails';
import type { LocalService } from '@bbws/local-aws/service';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from './testing/eventually.ts';
import { makePortal } from './testing/portal.ts';
import { startIsolated } from './testing/start-isolated.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startIsolated();
});
afterAll(() => service.close());

const put = (name: keyof typeof templates, html: string) =>
  service.aws.clients.s3.send(
    new PutObjectCommand({
      Bucket: service.aws.resources.templatesBucket,
      Key: `${name}.html`,
      Body: html,
    }),
  );

/** Both mails of an order. */
const mailsOf = (orderId: string): Promise<Mail[]> =>
  eventually(`the mails of ${orderId}`, async () => {
    const mails = await service.aws.mails();
    const own = mails.filter((mail) => mail.headers['X-BBWS-Order-Id'] === orderId);
    return own.length === 2 ? own : undefined;
  });

test('A mail is of the template in the bucket, or of the bundled one when that is broken', async () => {
  const confirmation = 'customer/order_confirmation';
  const changed = templates[confirmation].html.replace('Thank you for your', 'We are on your');
  await put(confirmation, changed);
  await put('internal/order_notification', '<html>{{ nothing }}</html>');
  const portal = await makePortal(service, 'tenant-templates');

  const { orderId, orderNumber } = await portal.place();
  const mails = await mailsOf(orderId);
  const htmlOf = (subject: string) =>
    mails.find((mail) => mail.subject === `${subject}: ${orderNumber}`)?.html;

  expect(htmlOf('Order Confirmation')).toContain('We are on your order');
  expect(htmlOf('New Order Received')).toContain('New Order Received</h1>');
});
