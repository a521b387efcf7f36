import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import {
  GetSubscriptionAttributesCommand,
  ListSubscriptionsByTopicCommand,
  PublishCommand,
} from '@aws-sdk/client-sns';
import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { credentials } from './client-env.ts';
import { queueConsumers, readFunctionsFile } from './functions-file.ts';
import { startLocalAws, type LocalAws } from './local-aws.ts';
import { readTableFile } from './table-file.ts';
import { startFakeLocalStack } from './testing/fake-localstack.ts';

const sendMail = async (aws: LocalAws, subject: string) => {
  const { region, endpoints } = aws;
  const ses = new SESv2Client({ region, credentials, endpoint: endpoints.sesv2 });
  const { MessageId } = await ses.send(
    new SendEmailCommand({
      FromEmailAddress: 'test@kimmyai.io',
      ReplyToAddresses: ['support@kimmyai.io'],
      Destination: { ToAddresses: ['thandi@example.com'] },
      Content: {
        Simple: {
          Subject: { Data: subject },
          Body: { Html: { Data: '<p>Dankie ☕</p>' } },
          Headers: [{ Name: 'X-BBWS-Order-Id', Value: 'order-1' }],
        },
      },
    }),
  );
  ses.destroy();
  return MessageId;
};

const queueOf = (aws: LocalAws, name: string) => {
  const queue = aws.resources.queues[name];
  if (!queue) throw new Error(`No queue ${name}.`);
  return queue;
};

const bodiesIn = async (aws: LocalAws, url: string) => {
  const { Messages = [] } = await aws.clients.sqs.send(
    new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }),
  );
  return Messages.map(({ Body }) => Body);
};

describe('the embedded AWS', () => {
  let aws: LocalAws;
  beforeAll(async () => {
    aws = await startLocalAws({ backend: 'embedded' });
  });
  afterAll(() => aws.close());

  test('has the table of table.json with its indexes', async () => {
    const table = readTableFile();

    const { Table } = await aws.clients.dynamodb.send(
      new DescribeTableCommand({ TableName: aws.resources.tableName }),
    );

    expect(aws.resources.tableName).toBe(`${table.name}-local`);
    expect(Table?.TableStatus).toBe('ACTIVE');
    expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).sort()).toEqual(
      table.indexes.map(({ name }) => name).sort(),
    );
  });

  test.each(queueConsumers(readFunctionsFile()))(
    'has the queue of $name with its visibility, retention and redrive',
    async ({ name, timeoutSeconds, trigger }) => {
      const { url, arn, deadLetterArn } = queueOf(aws, name);

      const { Attributes } = await aws.clients.sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
      );

      expect(arn).toMatch(new RegExp(`:${trigger.queue}-local$`));
      expect(Attributes).toMatchObject({
        VisibilityTimeout: String(6 * timeoutSeconds + trigger.batchWindowSeconds),
        MessageRetentionPeriod: String(4 * 86_400),
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetterArn, maxReceiveCount: 5 }),
      });
    },
  );

  test.each(queueConsumers(readFunctionsFile()))(
    'sends what cannot be delivered to $name to its dead-letter queue',
    async ({ name, trigger }) => {
      const { arn, deadLetterArn } = queueOf(aws, name);
      const { Subscriptions = [] } = await aws.clients.sns.send(
        new ListSubscriptionsByTopicCommand({ TopicArn: aws.resources.topicArn }),
      );
      const own = Subscriptions.find(({ Endpoint }) => Endpoint === arn);

      const { Attributes } = await aws.clients.sns.send(
        new GetSubscriptionAttributesCommand({ SubscriptionArn: own?.SubscriptionArn }),
      );

      expect(Attributes).toMatchObject({
        RawMessageDelivery: 'true',
        FilterPolicy: JSON.stringify({ eventType: trigger.eventTypes }),
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetterArn }),
      });
    },
  );

  test('brings an event to the queues that want its type, raw', async () => {
    const eventType = { DataType: 'String', StringValue: 'order.rejected' };

    await aws.clients.sns.send(
      new PublishCommand({
        TopicArn: aws.resources.topicArn,
        Message: '{"id":"event-1"}',
        MessageAttributes: { eventType },
      }),
    );

    const consumers = queueConsumers(readFunctionsFile());
    const bodies = await Promise.all(
      consumers.map(async ({ name }) => [name, await bodiesIn(aws, queueOf(aws, name).url)]),
    );
    expect(Object.fromEntries(bodies)).toEqual(
      Object.fromEntries(
        consumers.map(({ name, trigger }) => [
          name,
          trigger.eventTypes.includes('order.rejected') ? ['{"id":"event-1"}'] : [],
        ]),
      ),
    );
  });

  test('gives a message back when its visibility timeout has passed at the time scale', async () => {
    const { deadLetterUrl: QueueUrl } = queueOf(aws, 'pdf');
    const receive = async (WaitTimeSeconds: number) =>
      aws.clients.sqs.send(
        new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds, VisibilityTimeout: 10 }),
      );
    await aws.clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'again' }));

    expect((await receive(0)).Messages).toHaveLength(1);
    expect((await receive(0)).Messages).toBeUndefined();
    const start = performance.now();
    expect((await receive(5)).Messages).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('keeps objects', async () => {
    const object = { Bucket: aws.resources.ordersBucket, Key: 'tenant/orders/order_1.pdf' };
    await aws.clients.s3.send(new PutObjectCommand({ ...object, Body: 'invoice' }));

    const { Body } = await aws.clients.s3.send(new GetObjectCommand(object));

    expect(await Body?.transformToString()).toBe('invoice');
  });

  test('shows the mails sent', async () => {
    const messageId = await sendMail(aws, 'Order Confirmation: ORD-20261120-00001');

    expect(await aws.mails()).toEqual([
      {
        messageId,
        from: 'test@kimmyai.io',
        to: ['thandi@example.com'],
        replyTo: ['support@kimmyai.io'],
        subject: 'Order Confirmation: ORD-20261120-00001',
        html: '<p>Dankie ☕</p>',
        text: '',
        headers: { 'X-BBWS-Order-Id': 'order-1' },
        at: expect.any(Number),
      },
    ]);
    expect((await fetch(aws.inboxUrl)).status).toBe(200);
  });

  test('may run beside another, each with its own mails and messages', async () => {
    const other = await startLocalAws({ backend: 'embedded' });
    const before = await aws.mails();

    await sendMail(other, 'From the other one');

    expect((await other.mails()).map(({ subject }) => subject)).toEqual(['From the other one']);
    expect(await aws.mails()).toEqual(before);
    await other.close();
  });

  test('says which port is in use, and leaves nothing running', async () => {
    const port = Number(new URL(aws.endpoints.sesv2).port);

    await expect(startLocalAws({ backend: 'embedded', ports: { mail: port } })).rejects.toThrow(
      `The local mail does not start on port ${port}. Is it in use?`,
    );
  });

  test('takes the port it is given, and frees it when closed, twice', async () => {
    const free = await startLocalAws({ backend: 'embedded' });
    const port = Number(new URL(free.endpoints.dynamodb).port);
    await free.close();
    await free.close();

    const second = await startLocalAws({ backend: 'embedded', ports: { dynamodb: port } });

    expect(second.endpoints.dynamodb).toBe(`http://127.0.0.1:${port}`);
    await second.close();
  });
});

describe('an AWS on a LocalStack that is running', () => {
  test('makes resources under a suffix of its own, in real time, and leaves it running', async () => {
    const localStack = await startFakeLocalStack();

    const aws = await startLocalAws(
      { timeScale: 20 },
      { LOCALSTACK_ENDPOINT: localStack.endpoint },
    );

    expect(aws).toMatchObject({ backend: 'localstack', timeScale: 1 });
    expect(aws.resources.ordersBucket).toMatch(/^bbws-orders-local-[0-9a-f]{8}$/);
    expect(localStack.remembered).toHaveLength(3);
    expect(localStack.remembered).toContain('UpdateTimeToLive');
    expect(await aws.mails()).toEqual([]);
    await aws.close();
    expect((await fetch(`${localStack.endpoint}/health`)).status).toBe(200);
    await localStack.close();
  });
});
