/** Joins configuration, clients and handler. Knows nothing of the process that it runs in. */
import { findOrder } from '@bbws/dynamo/find-order';
import { readOrder } from '@bbws/dynamo/read-order';
import type { Table } from '@bbws/dynamo/table';
import { tableAnswers } from '@bbws/dynamo/table-answers';
import type { Env } from '@bbws/lambda/env';
import { presign, type PresignSettings } from '@bbws/lambda/presign';
import type { Runtime } from '@bbws/lambda/start-function';
import { makeHandler, type Deps } from './handler.ts';

/** The variables that this function reads beside `ENVIRONMENT` and `LOG_LEVEL`. */
export const variables = [
  'ALLOWED_ORIGINS',
  'AWS_ENDPOINT_URL_S3',
  'AWS_REGION',
  'DYNAMODB_TABLE_NAME',
  'S3_ORDERS_BUCKET',
] as const;

export type Parts = {
  readonly env: Env<typeof variables>;
  readonly runtime: Runtime;
  readonly table: Table;
  readonly credentials: PresignSettings['credentials'];
};

/** How long a presigned address holds, in seconds. */
const invoiceAddressSeconds = 5 * 60;

/** What the handler needs, as it runs on AWS. */
export const depsOf = ({ env, runtime, table, credentials }: Parts): Deps => ({
  ...runtime,
  readOrder: readOrder(table),
  findOrder: findOrder(table),
  tableAnswers: tableAnswers(table),
  presignInvoice: presign(
    {
      region: env.AWS_REGION,
      endpoint: env.AWS_ENDPOINT_URL_S3,
      credentials,
      now: runtime.now,
    },
    env.S3_ORDERS_BUCKET,
    invoiceAddressSeconds,
  ),
  allowedOrigins: env.ALLOWED_ORIGINS,
});

export const assemble = (parts: Parts) => makeHandler(depsOf(parts));
