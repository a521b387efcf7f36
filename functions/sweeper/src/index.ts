/** The Lambda: its configuration and its clients, made once at cold start. */
import { SNSClient } from '@aws-sdk/client-sns';
import { makeTable } from '@bbws/dynamo/table';
import { clientSettings } from '@bbws/lambda/client-settings';
import { startFunction } from '@bbws/lambda/start-function';
import { assemble, variables } from './assemble.ts';

const { env, runtime } = startFunction('sweeper', process.env, variables);

export const handler = assemble({
  env,
  runtime,
  table: makeTable(env.DYNAMODB_TABLE_NAME, clientSettings),
  sns: new SNSClient(clientSettings),
});
