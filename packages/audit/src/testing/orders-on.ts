/** Orders on the local AWS, whole or damaged, for tests of the audit. */
import { randomUUID } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { RecordedOrder } from '@bbws/domain/order';
import type { EffectName } from '@bbws/dynamo/effect';
import { effectsOf } from '@bbws/dynamo/effects-of';
import { orderKey } from '@bbws/dynamo/keys';
import { noteInvoice } from '@bbws/dynamo/note-invoice';
import { tableOf } from '@bbws/dynamo/table';
import { recordedOrder, storedOrder } from '@bbws/dynamo/testing/recorded';
import type { LocalAws } from '@bbws/local-aws/local-aws';
import type { AuditSources } from '../audit-orders.ts';
import { hashOf } from './lives.ts';

type Reference = Pick<RecordedOrder, 'tenantId' | 'id'>;

/** A day after the sample orders. */
export const now = new Date('2026-11-21T09:30:00.000Z');
/** The day of the sample orders, in the time zone. */
export const day = { from: '2026-11-19T22:00:00.000Z', before: '2026-11-20T22:00:00.000Z' };
export const timeZone = 'Africa/Johannesburg';

export const ordersOn = ({ clients, resources }: LocalAws) => {
  const table = tableOf(clients.dynamodb, resources.tableName);

  const sources = (): AuditSources => ({
    table,
    s3: clients.s3,
    sqs: clients.sqs,
    ordersBucket: resources.ordersBucket,
    queues: resources.queues,
    peek: { waitSeconds: 0 },
    now: () => now,
  });

  /** What pdf does, with the key for bytes. */
  const invoice = async (stored: Awaited<ReturnType<typeof recordedOrder>>): Promise<void> => {
    const { order, outbox } = stored;
    const key = `${order.tenantId}/orders/order_${order.id}.pdf`;
    await clients.s3.send(
      new PutObjectCommand({ Bucket: resources.ordersBucket, Key: key, Body: key }),
    );
    await noteInvoice(table)({
      seen: stored,
      receivedEventId: outbox[0]?.id ?? '',
      note: {
        key,
        sha256: hashOf(key),
        orderVersion: order.version,
        renderedAt: order.dateLastUpdated,
        writeId: randomUUID(),
      },
    });
  };

  const mail = async ({ tenantId, id }: Reference, name: EffectName) => {
    const { claimEffect, finishEffect } = effectsOf(table);
    const token = randomUUID();
    const effect = { tenantId, orderId: id, name };
    await claimEffect(effect, { token, now: now.getTime(), duration: 35_000 });
    await finishEffect(effect, { token, now: now.getTime(), messageId: `message-${name}` });
  };

  return {
    table,
    sources,

    /** An order that is recorded, invoiced and mailed. */
    wholeOrder: async (changes: object = {}) => {
      const stored = await recordedOrder(table, changes);
      const { order } = stored;
      await invoice(stored);
      await mail(order, 'internal-recorded');
      await mail(order, 'customer-recorded');
      return storedOrder(table, order);
    },

    /** Puts a message into pdf's dead-letter queue. */
    deadLetter: (body: unknown, reason: string) =>
      clients.sqs.send(
        new SendMessageCommand({
          QueueUrl: resources.queues['pdf']?.deadLetterUrl,
          MessageBody: JSON.stringify(body),
          MessageAttributes: {
            reason: { DataType: 'String', StringValue: reason },
            eventType: { DataType: 'String', StringValue: 'order.recorded' },
          },
        }),
      ),

    /** Changes the order's item behind everybody's back. */
    tamper: async ({ tenantId, id }: Reference, UpdateExpression: string): Promise<void> => {
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: orderKey(tenantId, id),
          UpdateExpression,
        }),
      );
    },
  };
};
