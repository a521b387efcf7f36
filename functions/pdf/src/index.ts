/** Wiring: environment, clients and handler. */
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { noteInvoice } from '@bbws/dynamo/note-invoice';
import { removeFromOutbox } from '@bbws/dynamo/outbox';
import { readOrder } from '@bbws/dynamo/read-order';
import { makeTable } from '@bbws/dynamo/table';
import { clientSettings, queueClientSettings } from '@bbws/lambda/client-settings';
import { makeQueue } from '@bbws/lambda/queue';
import { startFunction } from '@bbws/lambda/start-function';
import { makeHandler } from './handler.ts';
import { renderInvoice } from './invoice/render-invoice.ts';
import { putInvoice } from './put-invoice.ts';

const { env, ...runtime } = startFunction('pdf', process.env, [
  'BUSINESS_TIME_ZONE',
  'DEAD_LETTER_QUEUE_URL',
  'DYNAMODB_TABLE_NAME',
  'QUEUE_URL',
  'S3_ORDERS_BUCKET',
]);
const table = makeTable(env.DYNAMODB_TABLE_NAME, clientSettings);
const sqs = new SQSClient(queueClientSettings);

export const handler = makeHandler({
  ...runtime,
  readOrder: readOrder(table),
  noteInvoice: noteInvoice(table),
  removeFromOutbox: removeFromOutbox(table),
  renderInvoice: (order) => renderInvoice(order, { timeZone: env.BUSINESS_TIME_ZONE }),
  putInvoice: putInvoice(new S3Client(clientSettings), env.S3_ORDERS_BUCKET),
  queue: makeQueue(sqs, env.QUEUE_URL, env.DEAD_LETTER_QUEUE_URL),
});
