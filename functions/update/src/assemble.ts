/** Joins configuration, clients and handler. Knows nothing of the process that it runs in. */
import type { SNSClient } from '@aws-sdk/client-sns';
import { outboxOf } from '@bbws/dynamo/outbox';
import { readOrder } from '@bbws/dynamo/read-order';
import type { Table } from '@bbws/dynamo/table';
import { updateOrder } from '@bbws/dynamo/update-order';
import { readWriterRegion } from '@bbws/dynamo/writer-region';
import type { Env } from '@bbws/lambda/env';
import { publish } from '@bbws/lambda/publish';
import type { Runtime } from '@bbws/lambda/start-function';
import { makeIsWriter } from '@bbws/lambda/writer';
import { makeHandler, type Deps } from './handler.ts';

/** The variables that this function reads beside `ENVIRONMENT` and `LOG_LEVEL`. */
export const variables = [
  'ALLOWED_ORIGINS',
  'AWS_REGION',
  'DYNAMODB_TABLE_NAME',
  'ORDER_EVENTS_TOPIC_ARN',
  'ORDER_UPDATE_GROUPS',
] as const;

export type Parts = {
  readonly env: Env<typeof variables>;
  readonly runtime: Runtime;
  readonly table: Table;
  readonly sns: SNSClient;
};

/** What the handler needs, as it runs on AWS. */
export const depsOf = ({ env, runtime, table, sns }: Parts): Deps => ({
  ...runtime,
  ...outboxOf(table),
  readOrder: readOrder(table),
  updateOrder: updateOrder(table),
  isWriter: makeIsWriter({
    readWriterRegion: readWriterRegion(table),
    region: env.AWS_REGION,
    now: runtime.now,
  }),
  publish: publish(sns, env.ORDER_EVENTS_TOPIC_ARN),
  allowedOrigins: env.ALLOWED_ORIGINS,
  permissions: env.ORDER_UPDATE_GROUPS,
});

export const assemble = (parts: Parts) => makeHandler(depsOf(parts));
