/** Wiring: environment, clients and handler. */
import { SNSClient } from '@aws-sdk/client-sns';
import { acceptOrder } from '@bbws/dynamo/accept-order';
import { nextSequence } from '@bbws/dynamo/next-sequence';
import { outboxOf } from '@bbws/dynamo/outbox';
import { readOrder } from '@bbws/dynamo/read-order';
import { makeTable } from '@bbws/dynamo/table';
import { clientSettings } from '@bbws/lambda/client-settings';
import { publish } from '@bbws/lambda/publish';
import { startFunction } from '@bbws/lambda/start-function';
import { makeHandler } from './handler.ts';

const { env, ...runtime } = startFunction('create', process.env, [
  'ALLOWED_ORIGINS',
  'BUSINESS_TIME_ZONE',
  'DYNAMODB_TABLE_NAME',
  'ORDER_EVENTS_TOPIC_ARN',
  'ORDER_NUMBER_REGION',
]);
const table = makeTable(env.DYNAMODB_TABLE_NAME, clientSettings);

export const handler = makeHandler({
  ...runtime,
  ...outboxOf(table),
  acceptOrder: acceptOrder(table),
  readOrder: readOrder(table),
  nextSequence: nextSequence(table),
  publish: publish(new SNSClient(clientSettings), env.ORDER_EVENTS_TOPIC_ARN),
  allowedOrigins: env.ALLOWED_ORIGINS,
  timeZone: env.BUSINESS_TIME_ZONE,
  numberRegion: env.ORDER_NUMBER_REGION,
});
