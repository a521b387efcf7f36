/** Looks at what really became of the orders: record, invoice and mails, each exactly once. */
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { RecordedOrder } from '@bbws/domain/order';
import { readOrder } from '@bbws/dynamo/read-order';
import { tableOf } from '@bbws/dynamo/table';
import type { LocalAws } from '@bbws/local-aws/local-aws';
import type { Mail } from '@bbws/local-aws/mails';
import * as v from 'valibot';
import type { PlacedOrder } from './place-orders.ts';

export type Examined = {
  readonly placed: PlacedOrder;
  readonly order: RecordedOrder | undefined;
  readonly internalMails: readonly Mail[];
  readonly customerMails: readonly Mail[];
  /** What is missing, doubled or wrong; empty when all is well. */
  readonly faults: readonly string[];
};

/** Reads table, bucket and inbox, and compares them with what the API answered. */
export const examine = async (
  aws: LocalAws,
  tenantId: string,
  placedOrders: readonly PlacedOrder[],
): Promise<Examined[]> => {
  const tenant = v.parse(TenantId, tenantId);
  const read = readOrder(tableOf(aws.clients.dynamodb, aws.resources.tableName));
  const invoices = await invoiceKeys(aws, tenantId);
  const numbers = Map.groupBy(placedOrders, ({ orderNumber }) => orderNumber);
  const mails = Map.groupBy(await aws.mails(), (mail) => mail.headers['X-BBWS-Order-Id'] ?? '');

  return Promise.all(
    placedOrders.map(async (placed) => {
      const stored = await read(tenant, v.parse(OrderId, placed.orderId));
      const order = stored?.order.stage === 'recorded' ? stored.order : undefined;
      const [customerMails = [], internalMails = []] = splitByRecipient(
        mails.get(placed.orderId) ?? [],
        order?.customerEmail,
      );
      const ownInvoices = invoices.filter((key) => key.includes(placed.orderId));
      const faults = [
        numbers.get(placed.orderNumber)?.length === 1 ? '' : 'a number given twice',
        order?.orderNumber === placed.orderNumber ? '' : 'not recorded under its number',
        ownInvoices.length === 1 && ownInvoices[0] === order?.pdf?.key
          ? ''
          : `${String(ownInvoices.length)} invoices`,
        internalMails.length === 1 ? '' : `${String(internalMails.length)} internal mails`,
        customerMails.length === 1 ? '' : `${String(customerMails.length)} customer mails`,
      ].filter((fault) => fault !== '');
      return { placed, order, internalMails, customerMails, faults };
    }),
  );
};

const splitByRecipient = (mails: readonly Mail[], customer: string | undefined) => [
  mails.filter((mail) => customer !== undefined && mail.to.includes(customer)),
  mails.filter((mail) => customer === undefined || !mail.to.includes(customer)),
];

/** Keys of all the tenant's invoices. */
const invoiceKeys = async (
  { clients, resources }: LocalAws,
  tenantId: string,
): Promise<string[]> => {
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const page = await clients.s3.send(
      new ListObjectsV2Command({
        Bucket: resources.ordersBucket,
        Prefix: `${tenantId}/orders/`,
        ContinuationToken: token,
      }),
    );
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
    token = page.NextContinuationToken;
  } while (token);
  return keys;
};
