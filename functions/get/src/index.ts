/** Wiring: environment, clients and handler. */
import { fromEnv } from '@aws-sdk/credential-provider-env';
import { findOrder } from '@bbws/dynamo/find-order';
import { readOrder } from '@bbws/dynamo/read-order';
import { makeTable } from '@bbws/dynamo/table';
import { tableAnswers } from '@bbws/dynamo/table-answers';
import { clientSettings } from '@bbws/lambda/client-settings';
import { presign } from '@bbws/lambda/presign';
import { startFunction } from '@bbws/lambda/start-function';
import { makeHandler } from './handler.ts';

const { env, ...runtime } = startFunction('get', process.env, [
  'ALLOWED_ORIGINS',
  'AWS_ENDPOINT_URL_S3',
  'AWS_REGION',
  'DYNAMODB_TABLE_NAME',
  'S3_ORDERS_BUCKET',
]);
const table = makeTable(env.DYNAMODB_TABLE_NAME, clientSettings);

const s3 = {
  region: env.AWS_REGION,
  endpoint: env.AWS_ENDPOINT_URL_S3,
  credentials: fromEnv(),
  now: runtime.now,
};
const invoiceAddressSeconds = 5 * 60;

export const handler = makeHandler({
  ...runtime,
  readOrder: readOrder(table),
  findOrder: findOrder(table),
  tableAnswers: tableAnswers(table),
  presignInvoice: presign(s3, env.S3_ORDERS_BUCKET, invoiceAddressSeconds),
  allowedOrigins: env.ALLOWED_ORIGINS,
});
