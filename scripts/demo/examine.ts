/** Looks at what really became of the orders: record, invoice and mails, each exactly once. */
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { RecordedOrder } from '@bbws/domain/order';
import type { Position } from '@bbws/dynamo/keys';
import { listOrders } from '@bbws/dynamo/list-orders';
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

/** What lies in table, bucket and inbox. */
type Found = {
  readonly listedIds: readonly string[];
  readonly invoices: readonly string[];
  readonly mails: readonly Mail[];
  readonly numbers: ReadonlyMap<string, readonly PlacedOrder[]>;
};

/** Reads table, bucket and inbox, and compares them with what the API answered. */
export const examine = async (
  aws: LocalAws,
  { tenantId, teamAddress }: { readonly tenantId: string; readonly teamAddress: string },
  placedOrders: readonly PlacedOrder[],
): Promise<Examined[]> => {
  const tenant = v.parse(TenantId, tenantId);
  const table = tableOf(aws.clients.dynamodb, aws.resources.tableName);
  const read = readOrder(table);
  const found: Found = {
    listedIds: await allIds(listOrders(table), tenant),
    invoices: await invoiceKeys(aws, tenantId),
    mails: await aws.mails(),
    numbers: Map.groupBy(placedOrders, ({ orderNumber }) => orderNumber),
  };
  return Promise.all(
    placedOrders.map(async (placed) => {
      const stored = await read(tenant, v.parse(OrderId, placed.orderId));
      const order = stored?.order.stage === 'recorded' ? stored.order : undefined;
      const own = found.mails.filter(
        ({ headers }) => headers['X-BBWS-Order-Id'] === placed.orderId,
      );
      const internalMails = own.filter(({ to, subject }) =>
        isMail(to, subject, teamAddress, `New Order Received: ${placed.orderNumber}`),
      );
      const customerMails = own.filter(({ to, subject }) =>
        isMail(to, subject, order?.customerEmail, `Order Confirmation: ${placed.orderNumber}`),
      );
      const strays = own.length - internalMails.length - customerMails.length;
      return {
        placed,
        order,
        internalMails,
        customerMails,
        faults: [
          ...recordFaults(found, placed, order),
          ...countFault(internalMails.length, 1, 'internal mails'),
          ...countFault(customerMails.length, 1, 'customer mails'),
          ...countFault(strays, 0, 'mails that are neither'),
        ],
      };
    }),
  );
};

const countFault = (count: number, wanted: number, what: string): string[] =>
  count === wanted ? [] : [`${count} ${what}`];

const recordFaults = (
  { listedIds, invoices, numbers }: Found,
  { orderId, orderNumber }: PlacedOrder,
  order: RecordedOrder | undefined,
): string[] => {
  const own = invoices.filter((key) => key.includes(orderId));
  return [
    ...countFault(numbers.get(orderNumber)?.length ?? 0, 1, 'orders of that number'),
    ...countFault(listedIds.filter((id) => id === orderId).length, 1, 'records'),
    ...(order?.orderNumber === orderNumber ? [] : ['not recorded under its number']),
    ...countFault(own.length, 1, 'invoices'),
    ...(own[0] === order?.pdf?.key ? [] : ['another invoice than the order names']),
  ];
};

const isMail = (
  to: readonly string[],
  subject: string,
  recipient: string | undefined,
  wanted: string,
): boolean => subject === wanted && to.length === 1 && to[0] === recipient;

/** Ids of all the tenant's orders, as its list has them. */
const allIds = async (
  list: ReturnType<typeof listOrders>,
  tenantId: TenantId,
): Promise<string[]> => {
  const ids: string[] = [];
  let after: Position | undefined;
  do {
    const page = await list({ tenantId, pageSize: 100, after });
    ids.push(...page.orders.map(({ id }) => id));
    after = page.next;
  } while (after);
  return ids;
};

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
