/** Wiring: environment, clients and handler. */
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { completeOrder } from '@bbws/dynamo/complete-order';
import { outboxOf } from '@bbws/dynamo/outbox';
import { readOrder } from '@bbws/dynamo/read-order';
import { makeTable } from '@bbws/dynamo/table';
import { clientSettings, queueClientSettings } from '@bbws/lambda/client-settings';
import { newLinkKey } from '@bbws/lambda/new-link-key';
import { publish } from '@bbws/lambda/publish';
import { makeQueue } from '@bbws/lambda/queue';
import { startFunction } from '@bbws/lambda/start-function';
import { fetchCart } from './fetch-cart.ts';
import { makeHandler } from './handler.ts';

const { env, ...runtime } = startFunction('record-creator', process.env, [
  'CART_LAMBDA_API_URL',
  'DEAD_LETTER_QUEUE_URL',
  'DYNAMODB_TABLE_NAME',
  'ORDER_EVENTS_TOPIC_ARN',
  'QUEUE_URL',
]);
const table = makeTable(env.DYNAMODB_TABLE_NAME, clientSettings);
const sqs = new SQSClient(queueClientSettings);

export const handler = makeHandler({
  ...runtime,
  ...outboxOf(table),
  readOrder: readOrder(table),
  completeOrder: completeOrder(table),
  fetchCart: fetchCart({ url: env.CART_LAMBDA_API_URL, fetch, random: runtime.random }),
  publish: publish(new SNSClient(clientSettings), env.ORDER_EVENTS_TOPIC_ARN),
  newLinkKey,
  queue: makeQueue(sqs, env.QUEUE_URL, env.DEAD_LETTER_QUEUE_URL),
});
