/**
 * One order's life, as callers see it: placed, read twice, listed once, paid, and its invoice opened by the link in the mail.
 * The tenant has a full page of orders, and the templates are in their bucket.
 */
import { aCreateOrderRequest } from '@bbws/api/testing/requests';
import { aTenantId } from '@bbws/domain/testing/builders';
import { tableOf } from '@bbws/dynamo/table';
import { writeOrders } from '@bbws/dynamo/testing/write-orders';
import { templateKey } from '@bbws/email/bucket-template';
import { templates } from '@bbws/email/generated/templates';
import { templateNames } from '@bbws/email/template';
import type { LocalService } from '@bbws/local-aws/service';
import * as v from 'valibot';
import { orderAt } from '../../bench/paging-tenants.ts';
import { untilQueuesAreEmpty } from '../../demo/settle.ts';
import { s3TemplateStore } from '../../templates/store.ts';

/** An answer of the API, or of S3 to the caller. */
export type Answered = {
  /** `operationId` of the route; `download` for what the caller fetched from S3. */
  readonly operation: string;
  /** Head and body. */
  readonly bytes: number;
};

const tenantId = aTenantId('tenant-measured');
/** As many as a page has when nobody says otherwise. */
const ordersBefore = 50;

/** Gives the tenant its earlier orders, and the mails their templates. */
export const prepare = async ({ aws: { clients, resources } }: LocalService): Promise<void> => {
  const store = s3TemplateStore(clients.s3, resources.templatesBucket);
  for (const name of templateNames)
    await store.put(templateKey(name), { html: templates[name].html, metadata: {} });
  await writeOrders(
    tableOf(clients.dynamodb, resources.tableName),
    Array.from({ length: ordersBefore }, (_, n) => orderAt(tenantId, n)),
  );
};

const headBytes = (headers: Headers): number =>
  [...headers].reduce((bytes, [name, value]) => bytes + name.length + value.length + 4, 17);

const ask = async (operation: string, url: string, status: number, init: RequestInit = {}) => {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const body = await response.bytes();
  if (response.status !== status)
    throw new Error(`${operation} answered ${response.status}, not ${status}.`);
  const answered: Answered = { operation, bytes: headBytes(response.headers) + body.length };
  return { answered, headers: response.headers, text: Buffer.from(body).toString() };
};

const Placed = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ data: v.object({ orderId: v.string() }) }),
);

/** The link to the invoice in the text of the confirmation. */
const linkFor = async ({ aws }: LocalService, orderId: string): Promise<string> => {
  const mail = (await aws.mails()).find(
    ({ headers, subject }) =>
      headers['X-BBWS-Order-Id'] === orderId && subject.startsWith('Order Confirmation'),
  );
  const [link] = mail?.text.match(/https?:\/\/\S+\/v1\.0\/invoices\/\S+/) ?? [];
  if (link === undefined) throw new Error('The confirmation has no link to an invoice.');
  return link;
};

/** Lets one order live; gives the answers. All that follows from it is done then. */
export const liveOrder = async (service: LocalService): Promise<Answered[]> => {
  const { apiUrl, aws } = service;
  const headers = {
    Authorization: `Bearer ${await service.token({ tenantId })}`,
    'Content-Type': 'application/json',
  };
  const placed = await ask('createOrder', `${apiUrl}/v1.0/orders`, 202, {
    method: 'POST',
    headers,
    body: JSON.stringify(
      aCreateOrderRequest({ cartId: 'cart-rooibos', customerName: 'Thandi Sample' }),
    ),
  });
  const { orderId } = v.parse(Placed, placed.text).data;
  const order = `${apiUrl}/v1.0/orders/${orderId}`;
  await settled(service);
  const read = [
    await ask('getOrder', order, 200, { headers }),
    await ask('getOrder', order, 200, { headers }),
    await ask('listOrders', `${apiUrl}/v1.0/tenants/${tenantId}/orders`, 200, { headers }),
  ];
  const paid = await ask('updateOrder', order, 200, {
    method: 'PUT',
    headers,
    body: JSON.stringify({
      status: 'paid',
      paymentDetails: {
        method: 'eft',
        transactionId: 'TX-0000000001',
        paidAt: '2026-01-01T08:00:00.000Z',
      },
    }),
  });
  await settled(service);
  const opened = await ask('openMailedInvoice', await linkFor(service, orderId), 302);
  const file = await ask('download', opened.headers.get('location') ?? '', 200);
  const mails = (await aws.mails()).filter((mail) => mail.headers['X-BBWS-Order-Id'] === orderId);
  if (mails.length !== 3) throw new Error(`An order led to ${mails.length} mails, not 3.`);
  return [placed, ...read, paid, opened, file].map(({ answered }) => answered);
};

/** Twice: a message may leave one queue for another while they are counted. */
const settled = async ({ aws }: LocalService): Promise<void> => {
  await untilQueuesAreEmpty(aws);
  await untilQueuesAreEmpty(aws);
};

/** One health check, as Route 53 makes it. */
export const checkHealth = async ({ apiUrl }: LocalService): Promise<Answered[]> => [
  (await ask('health', `${apiUrl}/health`, 200)).answered,
];
