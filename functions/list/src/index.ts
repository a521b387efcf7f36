/** Wiring: environment, clients and handler. */
import { listOrders } from '@bbws/dynamo/list-orders';
import { makeTable } from '@bbws/dynamo/table';
import { clientSettings } from '@bbws/lambda/client-settings';
import { startFunction } from '@bbws/lambda/start-function';
import { makeHandler } from './handler.ts';

const { env, ...runtime } = startFunction('list', process.env, [
  'ALLOWED_ORIGINS',
  'BUSINESS_TIME_ZONE',
  'DYNAMODB_TABLE_NAME',
]);
const table = makeTable(env.DYNAMODB_TABLE_NAME, clientSettings);

export const handler = makeHandler({
  ...runtime,
  listOrders: listOrders(table),
  allowedOrigins: env.ALLOWED_ORIGINS,
  timeZone: env.BUSINESS_TIME_ZONE,
});
