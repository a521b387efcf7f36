/** The Lambda: its configuration and its clients, made once at cold start. */
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { fromEnv } from '@aws-sdk/credential-provider-env';
import { makeTable } from '@bbws/dynamo/table';
import { clientSettings, queueClientSettings } from '@bbws/lambda/client-settings';
import { startFunction } from '@bbws/lambda/start-function';
import { assemble, variables } from './assemble.ts';

const { env, runtime } = startFunction('record-creator', process.env, variables);

export const handler = assemble({
  env,
  runtime,
  table: makeTable(env.DYNAMODB_TABLE_NAME, clientSettings),
  sns: new SNSClient(clientSettings),
  sqs: new SQSClient(queueClientSettings),
  fetch,
  timeoutSignal: (milliseconds) => AbortSignal.timeout(milliseconds),
  credentials: fromEnv(),
});
