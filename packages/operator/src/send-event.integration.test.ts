import { createHash } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { anEvent } from '@bbws/domain/testing/builders';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { invoiceExists } from './invoice-exists.ts';
import { invoiceHash } from './invoice-hash.ts';
import { sendEvent } from './send-event.ts';
import { startTestQueues, type TestQueues } from './testing/queues.ts';

let queues: TestQueues;
beforeAll(async () => {
  queues = await startTestQueues();
});
afterAll(() => queues.close());

test('an event is sent as the topic would deliver it', async () => {
  const { url } = await queues.bury([]);
  const event = anEvent('order.recorded');

  await sendEvent(queues.newClient(), url, event);

  expect(await queues.takeAll(url)).toMatchObject([
    {
      Body: JSON.stringify(event),
      MessageAttributes: { eventType: { DataType: 'String', StringValue: 'order.recorded' } },
    },
  ]);
});

test('an invoice is in the bucket, or not', async () => {
  const { clients, resources } = queues.aws;
  const object = { Bucket: resources.ordersBucket, Key: 'tenant/orders/order_1.pdf' };
  await clients.s3.send(new PutObjectCommand({ ...object, Body: '%PDF-' }));
  const exists = invoiceExists(clients.s3, resources.ordersBucket);
  const hash = invoiceHash(clients.s3, resources.ordersBucket);

  expect(await hash(object.Key)).toBe(createHash('sha256').update('%PDF-').digest('hex'));
  expect(await hash('tenant/orders/order_2.pdf')).toBeUndefined();
  expect([await exists(object.Key), await exists('tenant/orders/order_2.pdf')]).toEqual([
    true,
    false,
  ]);
});

test('whether an invoice is in a bucket that does not answer is not known', async () => {
  const { credentials } = queues.aws.clients.s3.config;
  const endpoint = 'http://127.0.0.1:1';
  const s3 = new S3Client({ region: queues.aws.region, credentials, endpoint, maxAttempts: 1 });
  const exists = invoiceExists(s3, queues.aws.resources.ordersBucket);
  const hash = invoiceHash(s3, queues.aws.resources.ordersBucket);

  await expect(exists('tenant/orders/order_1.pdf')).rejects.toThrow('ECONNREFUSED');
  await expect(hash('tenant/orders/order_1.pdf')).rejects.toThrow('ECONNREFUSED');
});
