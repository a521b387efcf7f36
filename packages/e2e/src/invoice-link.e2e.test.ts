import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OrderId } from '@bbws/domain/identifiers';
import { aLinkKey, aTenantId } from '@bbws/domain/testing/builders';
import { readOrder } from '@bbws/dynamo/read-order';
import { replaceLinkKey } from '@bbws/dynamo/replace-link-key';
import { tableOf, type Table } from '@bbws/dynamo/table';
import { linkLifetime, makeInvoiceLink } from '@bbws/lambda/invoice-link';
import type { LocalService } from '@bbws/local-aws/service';
import * as v from 'valibot';
import { eventually } from './testing/eventually.ts';
import { answerAt, linksInMail } from './testing/mailed-invoice.ts';
import { makeOperator } from './testing/operator.ts';
import { makePortal } from './testing/portal.ts';
import { startIsolated } from './testing/start-isolated.ts';

let service: LocalService;
let table: Table;
beforeAll(async () => {
  service = await startIsolated({ backend: 'embedded' });
  table = tableOf(service.aws.clients.dynamodb, service.aws.resources.tableName);
});
afterAll(() => service.close());

/** A recorded order of a new tenant with its invoice, its key, and the link in its mail. */
const invoicedOrder = async () => {
  const tenantId = aTenantId(`tenant-${randomUUID()}`);
  const portal = await makePortal(service, tenantId);
  const id = v.parse(OrderId, (await portal.place()).orderId);
  await portal.invoiced(id);
  const [link = ''] = await linksInMail(service, id);
  const { linkKey } = (await readOrder(table)(tenantId, id)) ?? {};
  if (!linkKey) throw new Error('The order has no link key');
  return { tenantId, portal, id, linkKey, link };
};

const bytesAt = async (url: string) => {
  const response = await fetch(url);
  const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
  return { status: response.status, type: response.headers.get('content-type'), text };
};

const aPdf = { status: 200, type: 'application/pdf', text: expect.stringMatching(/^%PDF-/) };
const linkTo = (orderId: string, token: string) =>
  `${service.apiUrl}/v1.0/invoices/${orderId}?token=${token}`;

describe('The link in the mail', () => {
  test('is the same in both parts, and leads to the invoice without login', async () => {
    const { id, link } = await invoicedOrder();

    const links = await linksInMail(service, id);

    expect(links).toEqual([link, link]);
    expect(await bytesAt(link)).toEqual(aPdf);
  });

  test('leads by an address for five minutes, which nobody keeps', async () => {
    const { link } = await invoicedOrder();

    const { status, headers } = await answerAt(link);

    expect(status).toBe(302);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(new URL(headers['location'] ?? '').searchParams.get('X-Amz-Expires')).toBe('300');
  });

  test('leads to the new invoice when the order is paid', async () => {
    const { portal, id, link } = await invoicedOrder();
    const paymentDetails = { method: 'EFT', transactionId: 'tx-1', paidAt: '2026-11-20T09:00:00Z' };

    await portal.call('PUT', `/v1.0/orders/${id}`, { body: { status: 'paid', paymentDetails } });

    const location = await eventually('a second invoice', async () => {
      const { headers } = await answerAt(link);
      return headers['location']?.includes('_v3.pdf') ? headers['location'] : undefined;
    });
    expect(await bytesAt(location)).toEqual(aPdf);
  });

  test('is in no log, nor is what it is signed with', async () => {
    const { link, linkKey } = await invoicedOrder();
    await answerAt(link);

    const lines = service.logs().map(({ line }) => line);

    expect(lines.filter((line) => line.includes('Invoice opened'))).not.toEqual([]);
    expect(lines.join('\n')).not.toContain(new URL(link).searchParams.get('token'));
    expect(lines.join('\n')).not.toContain(linkKey);
    expect(lines.join('\n')).not.toContain('X-Amz-');
  });
});

describe('A link that does not hold', () => {
  test.each([
    ['page', 'text/html,*/*;q=0.8', 'text/html; charset=utf-8'],
    ['problem', '*/*', 'application/problem+json'],
  ])(
    'answers the same %s, whatever the reason',
    async (_, accept, type) => {
      const { tenantId, portal, id, linkKey, link } = await invoicedOrder();
      const [hidden, revoked, other] = await Promise.all([1, 2, 3].map(invoicedOrder));
      if (!hidden || !revoked || !other) throw new Error('An order is missing');
      const rejectedId = v.parse(OrderId, (await portal.place({ cartId: 'cart-nobody' })).orderId);
      await portal.rejected(rejectedId);
      await makeOperator(service.aws).hide(hidden);
      await replaceLinkKey(table)(revoked.tenantId, revoked.id, aLinkKey());
      const now = new Date();
      const longAgo = new Date(now.getTime() - (linkLifetime + 1) * 1000);
      const unknownId = v.parse(OrderId, randomUUID());
      const token = new URL(link).searchParams.get('token') ?? '';

      const answers = await Promise.all(
        [
          `${service.apiUrl}/v1.0/invoices/${id}`,
          linkTo(id, ''),
          linkTo(id, 'nonsense'),
          linkTo(id, token.slice(0, -1)),
          linkTo(id, makeInvoiceLink({ tenantId, id }, linkKey, longAgo)),
          linkTo(id, makeInvoiceLink({ tenantId, id }, aLinkKey(), now)),
          linkTo(id, makeInvoiceLink({ tenantId: other.tenantId, id }, linkKey, now)),
          linkTo(other.id, token),
          linkTo('nonsense', token),
          linkTo(unknownId, makeInvoiceLink({ tenantId, id: unknownId }, linkKey, now)),
          linkTo(rejectedId, makeInvoiceLink({ tenantId, id: rejectedId }, linkKey, now)),
          hidden.link,
          revoked.link,
        ].map((url) => answerAt(url, accept)),
      );

      expect(answers[0]).toMatchObject({ status: 404, headers: { 'content-type': type } });
      expect(answers).toEqual(answers.map(() => answers[0]));
      expect((await answerAt(link, accept)).status).toBe(302);
    },
    60_000,
  );
});

describe('The invoice of a signed-in caller', () => {
  test('is found at an address that holds for five minutes', async () => {
    const { portal, id, link } = await invoicedOrder();
    const before = Date.now();

    const { status, data } = await portal.call('GET', `/v1.0/orders/${id}/invoice`);

    expect(status).toBe(200);
    expect(await bytesAt(String(data['url']))).toEqual(await bytesAt(link));
    const seconds = (Date.parse(String(data['expiresAt'])) - before) / 1000;
    expect(Math.round(seconds / 10) * 10).toBe(300);
  });

  test('is shown to order-admin, and to no other tenant', async () => {
    const { id } = await invoicedOrder();
    const foreign = await makePortal(service, 'tenant-curious');
    const admin = await makePortal(service, 'tenant-staff', ['order-admin']);

    const found = await admin.call('GET', `/v1.0/orders/${id}/invoice`);
    const refused = await foreign.call('GET', `/v1.0/orders/${id}/invoice`);
    const missing = await foreign.call('GET', `/v1.0/orders/${randomUUID()}/invoice`);

    const withoutId = ({ text }: { text: string }) => text.replace(/"requestId":"[^"]*"/, '');
    expect(found.status).toBe(200);
    expect(refused).toMatchObject({ status: 404, code: 'ORDER_NOT_FOUND' });
    expect(withoutId(refused)).toBe(withoutId(missing));
  });

  test('is refused for good when the order was rejected', async () => {
    const portal = await makePortal(service, 'tenant-rejected');
    const { orderId } = await portal.place({ cartId: 'cart-nobody' });
    await portal.rejected(orderId);

    const reply = await portal.call('GET', `/v1.0/orders/${orderId}/invoice`);

    expect(reply).toMatchObject({ status: 409, code: 'ORDER_REJECTED' });
    expect(reply.headers.get('retry-after')).toBeNull();
  });
});

describe('An invoice that is not rendered yet', () => {
  let stuck: LocalService;
  beforeAll(async () => {
    // Without its bucket pdf cannot store what it renders.
    stuck = await startIsolated({
      backend: 'embedded',
      variables: { S3_ORDERS_BUCKET: 'no-such-bucket' },
    });
  });
  afterAll(() => stuck.close());

  test('is promised: on a page that looks again, and in a refusal that says when to', async () => {
    const portal = await makePortal(stuck, 'tenant-early');
    const { orderId } = await portal.place();
    const [link = ''] = await linksInMail(stuck, orderId);

    const page = await answerAt(link);
    const refusal = await portal.call('GET', `/v1.0/orders/${orderId}/invoice`);

    expect(page).toMatchObject({
      status: 202,
      headers: { 'content-type': 'text/html; charset=utf-8', refresh: '5' },
      body: expect.stringContaining('Your invoice is on its way'),
    });
    expect(refusal).toMatchObject({ status: 409, code: 'INVOICE_NOT_READY' });
    expect(refusal.headers.get('retry-after')).toBe('5');
  });
});
