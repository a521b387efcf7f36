/** The Lambda: its configuration and its clients, made once at cold start. */
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { makeTable } from '@bbws/dynamo/table';
import { clientSettings, queueClientSettings } from '@bbws/lambda/client-settings';
import { startFunction } from '@bbws/lambda/start-function';
import { assemble, variables } from './assemble.ts';
import { renderInvoice } from './invoice/render-invoice.ts';

const { env, runtime } = startFunction('pdf', process.env, variables);

export const handler = assemble({
  env,
  runtime,
  renderInvoice,
  table: makeTable(env.DYNAMODB_TABLE_NAME, clientSettings),
  s3: new S3Client(clientSettings),
  sqs: new SQSClient(queueClientSettings),
});
