/** Wiring: environment, clients and handler. */
import { findOrder } from '@bbws/dynamo/find-order';
import { readOrder } from '@bbws/dynamo/read-order';
import { makeTable } from '@bbws/dynamo/table';
import { tableAnswers } from '@bbws/dynamo/table-answers';
import { clientSettings } from '@bbws/lambda/client-settings';
import { startFunction } from '@bbws/lambda/start-function';
import { makeHandler } from './handler.ts';

const { env, ...runtime } = startFunction('get', process.env, [
  'ALLOWED_ORIGINS',
  'DYNAMODB_TABLE_NAME',
]);
const table = makeTable(env.DYNAMODB_TABLE_NAME, clientSettings);

export const handler = makeHandler({
  ...runtime,
  readOrder: readOrder(table),
  findOrder: findOrder(table),
  tableAnswers: tableAnswers(table),
  allowedOrigins: env.ALLOWED_ORIGINS,
});
