/** Joins configuration, clients and handler. Knows nothing of the process that it runs in. */
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { completeOrder } from '@bbws/dynamo/complete-order';
import { outboxOf } from '@bbws/dynamo/outbox';
import { readOrder } from '@bbws/dynamo/read-order';
import type { Table } from '@bbws/dynamo/table';
import type { Env } from '@bbws/lambda/env';
import { newLinkKey } from '@bbws/lambda/new-link-key';
import { publish } from '@bbws/lambda/publish';
import { makeQueue } from '@bbws/lambda/queue';
import { signRequest, type SignSettings } from '@bbws/lambda/sign-request';
import type { Runtime } from '@bbws/lambda/start-function';
import functionsFile from '../../functions.json' with { type: 'json' };
import { fetchCart, type CartClientDeps } from './fetch-cart.ts';
import { makeHandler, type Deps } from './handler.ts';

/** The variables that this function reads beside `ENVIRONMENT` and `LOG_LEVEL`. */
export const variables = [
  'AWS_REGION',
  'CART_AUTHENTICATION',
  'CART_LAMBDA_API_URL',
  'DEAD_LETTER_QUEUE_URL',
  'DYNAMODB_TABLE_NAME',
  'ORDER_EVENTS_TOPIC_ARN',
  'QUEUE_URL',
] as const;

export type Parts = {
  readonly env: Env<typeof variables>;
  readonly runtime: Runtime;
  readonly table: Table;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
  /** Reaches the Cart API. */
  readonly fetch: CartClientDeps['fetch'];
  /** Ends a request to the Cart API. */
  readonly timeoutSignal: CartClientDeps['timeoutSignal'];
  /** Those of the function's role: the Cart API may want to know who calls. */
  readonly credentials: SignSettings['credentials'];
};

/** What the handler needs, as it runs on AWS. */
export const depsOf = ({ env, runtime, table, sns, sqs, ...parts }: Parts): Deps => ({
  ...runtime,
  ...outboxOf(table),
  readOrder: readOrder(table),
  completeOrder: completeOrder(table),
  fetchCart: fetchCart({
    ...runtime,
    url: env.CART_LAMBDA_API_URL,
    fetch: parts.fetch,
    timeoutSignal: parts.timeoutSignal,
    sign:
      env.CART_AUTHENTICATION &&
      signRequest({
        service: env.CART_AUTHENTICATION,
        region: env.AWS_REGION,
        credentials: parts.credentials,
        now: runtime.now,
      }),
  }),
  publish: publish(sns, env.ORDER_EVENTS_TOPIC_ARN),
  newLinkKey,
  maxReceiveCount: functionsFile.queues.maxReceiveCount,
  queue: makeQueue(sqs, env.QUEUE_URL, env.DEAD_LETTER_QUEUE_URL),
});

export const assemble = (parts: Parts) => makeHandler(depsOf(parts));
