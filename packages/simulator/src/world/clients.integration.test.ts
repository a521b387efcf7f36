import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { noFaults, type FaultPlan } from '../faults/fault.ts';
import { start } from '../testing/records.ts';
import { makeFunctionClients, type FunctionClients } from './clients.ts';
import { makeInvocation, runIn } from './invocation.ts';
import { makeStage } from './stage.ts';
import { openTurnstile } from './turnstile.ts';

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ backend: 'embedded' });
});
const started: FunctionClients[] = [];
afterAll(async () => {
  for (const client of started.flatMap((clients) => Object.values(clients))) client.destroy();
  await aws.close();
});

/** The clients of functions on this AWS; `call` calls them as a function does. */
const someClients = (plan: FaultPlan = noFaults, sesAttempts?: number) => {
  const stage = makeStage(start, openTurnstile);
  const deps = { ...stage, plan, onEffect: () => undefined };
  const clients = makeFunctionClients(aws.endpoints, deps, sesAttempts);
  started.push(clients);
  return {
    ...stage,
    call: <T>(work: (clients: FunctionClients) => Promise<T>): Promise<T> =>
      runIn(makeInvocation(1, 'pdf'), () => work(clients)),
  };
};

const calls: readonly [string, (clients: FunctionClients) => Promise<unknown>][] = [
  [
    'DynamoDB',
    ({ dynamodb }) =>
      dynamodb.send(
        new UpdateItemCommand({
          TableName: aws.resources.tableName,
          Key: { PK: { S: 'TENANT#tenant-sample' }, SK: { S: 'ORDER#1' } },
        }),
      ),
  ],
  ['S3', ({ s3 }) => s3.send(new ListObjectsV2Command({ Bucket: aws.resources.ordersBucket }))],
  [
    'SNS',
    ({ sns }) => sns.send(new PublishCommand({ TopicArn: aws.resources.topicArn, Message: '{}' })),
  ],
  [
    'SQS',
    ({ sqs }) =>
      sqs.send(new GetQueueAttributesCommand({ QueueUrl: aws.resources.queues['pdf']?.url })),
  ],
];

const sendMail = ({ ses }: FunctionClients) =>
  ses.send(
    new SendEmailCommand({
      FromEmailAddress: 'test@example.com',
      Destination: { ToAddresses: ['customer-1@example.com'] },
      Content: { Simple: { Subject: { Data: 'Order' }, Body: { Text: { Data: 'Thank you' } } } },
    }),
  );

describe('the clients of the functions', () => {
  test.each(calls)('reach %s at the third attempt, as on AWS', async (_, work) => {
    const { call, history } = someClients(({ attempt }) =>
      attempt < 3 ? { kind: attempt === 1 ? 'error-before' : 'throttle' } : undefined,
    );

    await call(work);

    expect(history.calls.map(({ attempt, took }) => [attempt, took])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  test.each(calls)('give %s up after three', async (_, work) => {
    const { call, history } = someClients(() => ({ kind: 'error-before' }));

    await expect(call(work)).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(history.calls).toHaveLength(3);
  });

  test('hand a mail to SES once, whatever comes of it, unless a defect says otherwise', async () => {
    const lost: FaultPlan = ({ attempt }) => (attempt === 1 ? { kind: 'error-after' } : undefined);
    const [sound, defective] = [someClients(lost), someClients(lost, 3)];

    await expect(sound.call(sendMail)).rejects.toMatchObject({ name: 'TimeoutError' });
    await defective.call(sendMail);

    expect(sound.history.calls).toHaveLength(1);
    expect(defective.history.calls).toHaveLength(2);
  });
});

describe('the careless client of deliberate defects', () => {
  test('writes whether a condition holds or not, where another one is refused', async () => {
    const { call } = someClients();
    const put = (total: string) =>
      new PutItemCommand({
        TableName: aws.resources.tableName,
        Item: { PK: { S: 'TENANT#tenant-sample' }, SK: { S: 'ORDER#2' }, total: { N: total } },
        ConditionExpression: 'attribute_not_exists(PK) AND #total <> :total',
        ExpressionAttributeNames: { '#total': 'total' },
        ExpressionAttributeValues: { ':total': { N: total } },
      });

    await call(({ dynamodb }) => dynamodb.send(put('1')));

    await expect(call(({ dynamodb }) => dynamodb.send(put('2')))).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
    });
    await expect(call(({ careless }) => careless.send(put('3')))).resolves.toBeDefined();
  });

  test('makes other calls like any client', async () => {
    const { call } = someClients();
    const Key = { PK: { S: 'TENANT#tenant-sample' }, SK: { S: 'ORDER#3' } };
    const update = new UpdateItemCommand({ TableName: aws.resources.tableName, Key });

    await expect(call(({ careless }) => careless.send(update))).resolves.toBeDefined();
  });
});
