/** The Lambda: its configuration and its clients, made once at cold start. */
import { SQSClient } from '@aws-sdk/client-sqs';
import { fromEnv } from '@aws-sdk/credential-provider-env';
import { makeTable } from '@bbws/dynamo/table';
import { makeSesClient } from '@bbws/email/ses-client';
import { clientSettings, queueClientSettings } from '@bbws/lambda/client-settings';
import { startFunction } from '@bbws/lambda/start-function';
import { assemble, variables } from './assemble.ts';

const { env, runtime } = startFunction('internal-notify', process.env, variables);

export const handler = assemble({
  env,
  runtime,
  table: makeTable(env.DYNAMODB_TABLE_NAME, clientSettings),
  ses: makeSesClient(),
  sqs: new SQSClient(queueClientSettings),
  fetch,
  timeoutSignal: (milliseconds) => AbortSignal.timeout(milliseconds),
  credentials: fromEnv(),
});
