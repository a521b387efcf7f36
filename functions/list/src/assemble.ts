/** Joins configuration, clients and handler. Knows nothing of the process that it runs in. */
import { listOrders } from '@bbws/dynamo/list-orders';
import type { Table } from '@bbws/dynamo/table';
import type { Env } from '@bbws/lambda/env';
import type { Runtime } from '@bbws/lambda/start-function';
import { makeHandler, type Deps } from './handler.ts';

/** The variables that this function reads beside `ENVIRONMENT` and `LOG_LEVEL`. */
export const variables = ['ALLOWED_ORIGINS', 'BUSINESS_TIME_ZONE', 'DYNAMODB_TABLE_NAME'] as const;

export type Parts = {
  readonly env: Env<typeof variables>;
  readonly runtime: Runtime;
  readonly table: Table;
};

/** What the handler needs, as it runs on AWS. */
export const depsOf = ({ env, runtime, table }: Parts): Deps => ({
  ...runtime,
  listOrders: listOrders(table),
  allowedOrigins: env.ALLOWED_ORIGINS,
  timeZone: env.BUSINESS_TIME_ZONE,
});

export const assemble = (parts: Parts) => makeHandler(depsOf(parts));
