import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { dayIn } from '@bbws/domain/time-zone';
import type { LocalService } from '@bbws/local-aws/service';
import type { Mail } from '@bbws/local-aws/mails';
import { eventually } from './testing/eventually.ts';
import { makePortal } from './testing/portal.ts';
import { startIsolated, unhurried } from './testing/start-isolated.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startIsolated({ timeScale: unhurried });
});
afterAll(() => service.close());

/** The mails of an order once there are `count` of them. */
const mailsOf = (orderId: string, count: number): Promise<Mail[]> =>
  eventually(`${count} mails of ${orderId}`, async () => {
    const mails = await service.aws.mails();
    const own = mails.filter((mail) => mail.headers['X-BBWS-Order-Id'] === orderId);
    return own.length >= count ? own : undefined;
  });

const invoicesOf = async (tenantId: string, orderId: string): Promise<string[]> => {
  const { Contents = [] } = await service.aws.clients.s3.send(
    new ListObjectsV2Command({
      Bucket: service.aws.resources.ordersBucket,
      Prefix: `${tenantId}/orders/order_${orderId}`,
    }),
  );
  return Contents.flatMap(({ Key }) => Key ?? []);
};

describe('An order', () => {
  test('is accepted at once, then recorded with the amounts of its cart', async () => {
    const portal = await makePortal(service, 'tenant-recorded');

    const { orderId, orderNumber } = await portal.place();
    const accepted = await portal.call('GET', `/v1.0/orders/${orderId}`);
    const recorded = await portal.recorded(orderId);

    expect(accepted.data).toMatchObject({ orderNumber, status: 'pending' });
    expect(recorded).toMatchObject({
      orderNumber,
      stage: 'recorded',
      status: 'pending',
      version: 2,
      currency: 'ZAR',
    });
    expect(recorded['items']).toHaveLength(3);
  });

  test('leads to one invoice, a PDF at its place in the bucket', async () => {
    const portal = await makePortal(service, 'tenant-invoiced');

    const { orderId } = await portal.place();
    await portal.invoiced(orderId);
    const keys = await invoicesOf('tenant-invoiced', orderId);
    const { Body, ContentType } = await service.aws.clients.s3.send(
      new GetObjectCommand({ Bucket: service.aws.resources.ordersBucket, Key: keys[0] }),
    );

    expect(keys).toEqual([`tenant-invoiced/orders/order_${orderId}.pdf`]);
    expect(ContentType).toBe('application/pdf');
    expect(await Body?.transformToString('latin1')).toMatch(/^%PDF-/);
  });

  test('leads to one mail to the team and one to the customer', async () => {
    const portal = await makePortal(service, 'tenant-mailed');

    const { orderId, orderNumber } = await portal.place();
    const mails = await mailsOf(orderId, 2);

    expect(mails.map(({ subject, to, replyTo }) => ({ subject, to, replyTo }))).toEqual(
      expect.arrayContaining([
        {
          subject: `New Order Received: ${orderNumber}`,
          to: ['orders@example.com'],
          replyTo: ['support@kimmyai.io'],
        },
        {
          subject: `Order Confirmation: ${orderNumber}`,
          to: ['thandi.sample@example.com'],
          replyTo: ['support@kimmyai.io'],
        },
      ]),
    );
    expect(
      mails.every(({ html, text }) => html.includes(orderNumber) && text.includes(orderNumber)),
    ).toBe(true);
  });

  test('that is paid gets a status mail, and a second invoice beside the first', async () => {
    const portal = await makePortal(service, 'tenant-paid');
    const { orderId, orderNumber } = await portal.place();
    await portal.invoiced(orderId);

    const paid = await portal.call('PUT', `/v1.0/orders/${orderId}`, {
      headers: { 'If-Match': '"2"' },
      body: {
        status: 'paid',
        paymentDetails: {
          method: 'EFT',
          transactionId: 'tx-1',
          paidAt: '2026-11-20T11:00:00+02:00',
        },
      },
    });
    const mails = await mailsOf(orderId, 3);
    const keys = await eventually('a second invoice', async () => {
      const found = await invoicesOf('tenant-paid', orderId);
      return found.length > 1 ? found : undefined;
    });

    expect(paid).toMatchObject({ status: 200, data: { status: 'paid', version: 3 } });
    expect(mails.map(({ subject }) => subject)).toContain(`Order Update: ${orderNumber}`);
    expect(keys.toSorted()).toEqual([
      `tenant-paid/orders/order_${orderId}.pdf`,
      `tenant-paid/orders/order_${orderId}_v3.pdf`,
    ]);
  });

  test('is listed, newest first, for its tenant alone', async () => {
    const portal = await makePortal(service, 'tenant-listed');
    const first = await portal.place();
    const second = await portal.place();

    const own = await portal.call('GET', '/v1.0/tenants/tenant-listed/orders');
    const foreign = await makePortal(service, 'tenant-curious');
    const refused = await foreign.call('GET', '/v1.0/tenants/tenant-listed/orders');

    expect(own.data['orders']).toMatchObject([{ id: second.orderId }, { id: first.orderId }]);
    expect(refused).toMatchObject({ status: 403, code: 'TENANT_MISMATCH' });
  });
});

describe('The day in an order number', () => {
  test('is that of the business time zone', async () => {
    // At any hour one of these is in another day than Johannesburg, whose zone is the default.
    const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
    const today = (zone: string) => dayIn(zone, new Date());
    const zone = zones.find((each) => today(each) !== today('Africa/Johannesburg')) ?? '';
    const elsewhere = await startIsolated({ variables: { BUSINESS_TIME_ZONE: zone } });
    try {
      const portal = await makePortal(elsewhere, 'tenant-elsewhere');

      const { orderNumber } = await portal.place();

      expect(orderNumber).toBe(`ORD-${today(zone).replaceAll('-', '')}-00001`);
    } finally {
      await elsewhere.close();
    }
  });
});

describe('Fifty orders of a tenant at once', () => {
  test('each get one record, one invoice, two mails, and numbers 1 to 50', async () => {
    const portal = await makePortal(service, 'tenant-busy');

    const placed = await Promise.all(Array.from({ length: 50 }, () => portal.place()));
    const mails = await Promise.all(placed.map(({ orderId }) => mailsOf(orderId, 2)));
    const orders = await Promise.all(placed.map(({ orderId }) => portal.invoiced(orderId)));
    const invoices = await Promise.all(
      placed.map(({ orderId }) => invoicesOf('tenant-busy', orderId)),
    );

    const numbers = placed.map(({ orderNumber }) => Number(orderNumber.slice(-5)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(placed.map((_, index) => index + 1));
    expect(orders.map((order) => order['orderNumber'])).toEqual(
      placed.map(({ orderNumber }) => orderNumber),
    );
    expect(mails.map((own) => own.length)).toEqual(placed.map(() => 2));
    expect(invoices.map((own) => own.length)).toEqual(placed.map(() => 1));
  });
});
