/** The audit of orders on the local AWS, and ways to damage what it looks at. */
import { randomUUID } from 'node:crypto';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { PurgeQueueCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { auditOrders, type AuditReport } from '@bbws/audit/audit-orders';
import { findOrders } from '@bbws/audit/find-orders';
import { OrderId, type TenantId } from '@bbws/domain/identifiers';
import { aTenantId } from '@bbws/domain/testing/builders';
import type { EffectName } from '@bbws/dynamo/effect';
import { effectKey, orderKey } from '@bbws/dynamo/keys';
import { tableOf } from '@bbws/dynamo/table';
import { storedOrder } from '@bbws/dynamo/testing/recorded';
import type { LocalAws } from '@bbws/local-aws/local-aws';
import { invoiceHash } from '@bbws/operator/invoice-hash';
import { tableDeps, type ReplayDeps } from '@bbws/operator/replay/replay-deps';
import { sendEvent } from '@bbws/operator/send-event';
import * as v from 'valibot';

/** All days: whatever a test places is there. */
const everyDay = { from: '2000-01-01T00:00:00.000Z', before: '9999-01-01T00:00:00.000Z' };

export type AuditedOptions = {
  readonly inbox?: boolean;
  readonly hidden?: boolean;
  /** This order alone; every one of the tenant when missing. */
  readonly order?: string;
};

/**
 * Audits the orders of the tenant, and nothing may be unfinished. With `inbox: false` as in a real account, where nobody
 * can read the customers' mail.
 */
export const auditTenant = async (
  { clients, resources, mails }: LocalAws,
  tenant: string,
  { inbox = true, hidden = false, order }: AuditedOptions = {},
): Promise<AuditReport> => {
  const tenantId = aTenantId(tenant);
  const table = tableOf(clients.dynamodb, resources.tableName);
  return auditOrders({
    table,
    ...clients,
    ordersBucket: resources.ordersBucket,
    queues: resources.queues,
    peek: { waitSeconds: 0 },
    now: () => new Date(),
    ...(inbox && { readInbox: mails }),
  })({
    tenantId,
    orderIds:
      order === undefined
        ? await findOrders(table)({ tenantId, hidden, ...everyDay })
        : [v.parse(OrderId, order)],
    timeZone: 'Africa/Johannesburg',
    settleMinutes: 0,
  });
};

/** One order on the local AWS, for tests that damage what belongs to it. */
export const damages = ({ clients, resources }: LocalAws, tenant: string, orderId: string) => {
  const tenantId: TenantId = aTenantId(tenant);
  const id = v.parse(OrderId, orderId);
  const { client, name: TableName } = tableOf(clients.dynamodb, resources.tableName);
  const Bucket = resources.ordersBucket;
  const keyOf = (suffix: string) => `${tenant}/orders/order_${orderId}${suffix}.pdf`;
  return {
    update: (UpdateExpression: string, values?: Readonly<Record<string, unknown>>) =>
      client.send(
        new UpdateCommand({
          TableName,
          Key: orderKey(tenantId, id),
          UpdateExpression,
          ...(values && { ExpressionAttributeValues: values }),
        }),
      ),
    deleteOrder: () => client.send(new DeleteCommand({ TableName, Key: orderKey(tenantId, id) })),
    deleteEffect: (effect: EffectName, version?: number) =>
      client.send(new DeleteCommand({ TableName, Key: effectKey(tenantId, id, effect, version) })),
    putInvoice: (suffix = '') =>
      clients.s3.send(new PutObjectCommand({ Bucket, Key: keyOf(suffix), Body: 'another' })),
    deleteInvoice: (suffix = '') =>
      clients.s3.send(new DeleteObjectCommand({ Bucket, Key: keyOf(suffix) })),
    /** Puts a message about the order into the function's dead-letter queue, which is emptied by `purge`. */
    deadLetter: (functionName: string, reason: string) =>
      clients.sqs.send(
        new SendMessageCommand({
          QueueUrl: resources.queues[functionName]?.deadLetterUrl,
          MessageBody: JSON.stringify({ tenantId, orderId, orderVersion: 2 }),
          MessageAttributes: { reason: { DataType: 'String', StringValue: reason } },
        }),
      ),
    purge: (functionName: string) =>
      clients.sqs.send(
        new PurgeQueueCommand({ QueueUrl: resources.queues[functionName]?.deadLetterUrl }),
      ),
  };
};

/** An order and what `pnpm replay` works with. */
export const replays = async (
  { clients, resources }: LocalAws,
  tenant: string,
  orderId: string,
) => {
  const table = tableOf(clients.dynamodb, resources.tableName);
  const deps: ReplayDeps = {
    ...tableDeps(table),
    send: (name, event) => sendEvent(clients.sqs, resources.queues[name]?.url ?? '', event),
    invoiceHash: invoiceHash(clients.s3, resources.ordersBucket),
    newId: randomUUID,
    now: () => new Date(),
  };
  const reference = { tenantId: aTenantId(tenant), id: v.parse(OrderId, orderId) };
  const { order } = await storedOrder(table, reference);
  return { deps, order, table };
};
