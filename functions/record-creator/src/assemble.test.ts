import { describe, expect, test } from '@jest/globals';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { aCart, aTenantId } from '@bbws/domain/testing/builders';
import { makeTable } from '@bbws/dynamo/table';
import { startFunction } from '@bbws/lambda/start-function';
import { authorizationOf } from '@bbws/lambda/testing/authorization';
import { depsOf, variables } from './assemble.ts';
import { json, status } from './testing/answers.ts';
import { startCartServer } from './testing/cart-server.ts';

const credentials = { accessKeyId: 'key-sample', secretAccessKey: 'secret-sample' };
const region = 'eu-west-1';

/** What a Cart API receives that is away at first, from a function with that `CART_AUTHENTICATION`. */
const requestsWith = async (authentication: string) => {
  const server = await startCartServer(status(503), json(aCart()));
  const environment = {
    AWS_REGION: region,
    CART_AUTHENTICATION: authentication,
    CART_LAMBDA_API_URL: `${server.url}/base`,
    DEAD_LETTER_QUEUE_URL: 'https://sqs.example.com/dead-letters',
    DYNAMODB_TABLE_NAME: 'orders',
    ENVIRONMENT: 'local',
    ORDER_EVENTS_TOPIC_ARN: 'arn:aws:sns:eu-west-1:000000000000:events',
    QUEUE_URL: 'https://sqs.example.com/queue',
  };
  const { env, runtime } = startFunction('record-creator', environment, variables);
  let hour = 9;
  const { fetchCart } = depsOf({
    env,
    // Each look at the clock is an hour after the last one.
    runtime: { ...runtime, now: () => new Date(Date.UTC(2026, 10, 20, (hour += 1))) },
    table: makeTable('orders', { region }),
    sns: new SNSClient({ region }),
    sqs: new SQSClient({ region }),
    fetch,
    timeoutSignal: (milliseconds) => AbortSignal.timeout(milliseconds),
    credentials: { ...credentials, sessionToken: 'session/+=' },
  });
  await fetchCart(aTenantId('tenant-sample'), 'cart-sample');
  await server.close();
  return server;
};

describe('A request for a cart', () => {
  test('names nobody when CART_AUTHENTICATION is none', async () => {
    const { headers } = await requestsWith('none');

    expect(headers).toHaveLength(2);
    expect(headers.flatMap((each) => Object.keys(each))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:authorization|x-amz-.*)$/)]),
    );
  });

  test.each(['execute-api', 'lambda'])(
    'is signed for the service in sigv4:%s, each attempt afresh, as AWS will compute it',
    async (service) => {
      const { url, asked, headers } = await requestsWith(`sigv4:${service}`);

      const signed = headers.map((each) => ({
        accept: 'application/json',
        'x-amz-date': String(each['x-amz-date']),
        'x-amz-security-token': 'session/+=',
      }));
      expect(new Set(signed.map((each) => each['x-amz-date'])).size).toBe(2);
      expect(headers).toMatchObject(signed);
      expect(headers.map(({ authorization }) => authorization)).toEqual(
        signed.map((each, attempt) =>
          authorizationOf(`${url}${asked[attempt]}`, each, { service, region, credentials }),
        ),
      );
    },
  );
});
