/** Wiring: environment, clients and handler. */
import { SNSClient } from '@aws-sdk/client-sns';
import { outboxOf } from '@bbws/dynamo/outbox';
import { readOrder } from '@bbws/dynamo/read-order';
import { makeTable } from '@bbws/dynamo/table';
import { updateOrder } from '@bbws/dynamo/update-order';
import { clientSettings } from '@bbws/lambda/client-settings';
import { publish } from '@bbws/lambda/publish';
import { startFunction } from '@bbws/lambda/start-function';
import { makeHandler } from './handler.ts';

const { env, ...runtime } = startFunction('update', process.env, [
  'ALLOWED_ORIGINS',
  'DYNAMODB_TABLE_NAME',
  'ORDER_EVENTS_TOPIC_ARN',
  'ORDER_UPDATE_GROUPS',
]);
const table = makeTable(env.DYNAMODB_TABLE_NAME, clientSettings);

export const handler = makeHandler({
  ...runtime,
  ...outboxOf(table),
  readOrder: readOrder(table),
  updateOrder: updateOrder(table),
  publish: publish(new SNSClient(clientSettings), env.ORDER_EVENTS_TOPIC_ARN),
  allowedOrigins: env.ALLOWED_ORIGINS,
  permissions: env.ORDER_UPDATE_GROUPS,
});
