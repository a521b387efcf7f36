import { SQSClient } from '@aws-sdk/client-sqs';
import { SNSClient } from '@aws-sdk/client-sns';
import { anEvent } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { publish } from './publish.ts';
import { makeQueue } from './queue.ts';

const region = 'af-south-1';

type Request = { readonly command: string | undefined; readonly input: unknown };

/** A queue and a topic whose requests are answered before they leave. */
const observed = () => {
  const requests: Request[] = [];
  const record = (command: string | undefined, input: unknown) => {
    requests.push({ command, input });
    return Promise.resolve({ output: { $metadata: {} }, response: {} });
  };
  const sqs = new SQSClient({ region });
  sqs.middlewareStack.add(
    (_, { commandName }) =>
      ({ input }) =>
        record(commandName, input),
  );
  const sns = new SNSClient({ region });
  sns.middlewareStack.add(
    (_, { commandName }) =>
      ({ input }) =>
        record(commandName, input),
  );
  return {
    requests,
    queue: makeQueue(sqs, 'https://sqs.example/queue', 'https://sqs.example/dlq'),
    publish: publish(sns, 'arn:aws:sns:af-south-1:000000000000:topic'),
  };
};

describe('a queue', () => {
  test('puts a message off by its visibility', async () => {
    const { queue, requests } = observed();

    await queue.delay('receipt-1', 30);

    expect(requests).toEqual([
      {
        command: 'ChangeMessageVisibilityCommand',
        input: {
          QueueUrl: 'https://sqs.example/queue',
          ReceiptHandle: 'receipt-1',
          VisibilityTimeout: 30,
        },
      },
    ]);
  });

  test('puts a copy into the dead-letter queue, with what is known about it and in its group', async () => {
    const { queue, requests } = observed();

    const letter = {
      body: '{"id":1}',
      eventType: 'order.recorded',
      groupId: 'tenant-sample',
      errorName: 'CartApiError',
      receiveCount: 5,
      failedAt: new Date('2026-11-20T09:30:00Z'),
      redriven: '2',
    };
    await queue.deadLetter(letter, 'RETRIES_EXHAUSTED');

    expect(requests).toEqual([
      {
        command: 'SendMessageCommand',
        input: {
          QueueUrl: 'https://sqs.example/dlq',
          MessageBody: '{"id":1}',
          MessageAttributes: {
            reason: { DataType: 'String', StringValue: 'RETRIES_EXHAUSTED' },
            eventType: { DataType: 'String', StringValue: 'order.recorded' },
            errorName: { DataType: 'String', StringValue: 'CartApiError' },
            receiveCount: { DataType: 'Number', StringValue: '5' },
            failedAt: { DataType: 'String', StringValue: '2026-11-20T09:30:00.000Z' },
            redriven: { DataType: 'Number', StringValue: '2' },
          },
          MessageGroupId: 'tenant-sample',
        },
      },
    ]);
  });

  test('leaves out what is not known: SQS takes no empty attribute', async () => {
    const { queue, requests } = observed();

    const failedAt = new Date('2026-11-20T09:30:00Z');
    await queue.deadLetter({ body: 'text', receiveCount: 1, failedAt }, 'NOT_JSON');

    expect(requests).toEqual([
      {
        command: 'SendMessageCommand',
        input: {
          QueueUrl: 'https://sqs.example/dlq',
          MessageBody: 'text',
          MessageAttributes: {
            reason: { DataType: 'String', StringValue: 'NOT_JSON' },
            receiveCount: { DataType: 'Number', StringValue: '1' },
            failedAt: { DataType: 'String', StringValue: '2026-11-20T09:30:00.000Z' },
          },
        },
      },
    ]);
  });
});

describe('publishing', () => {
  test('sends the fact to the topic, with its type as an attribute and its tenant as group', async () => {
    const { publish: send, requests } = observed();
    const event = anEvent('order.status-changed');

    await send(event);

    expect(requests).toEqual([
      {
        command: 'PublishCommand',
        input: {
          TopicArn: 'arn:aws:sns:af-south-1:000000000000:topic',
          Message: JSON.stringify(event),
          MessageAttributes: {
            eventType: { DataType: 'String', StringValue: 'order.status-changed' },
          },
          MessageGroupId: 'tenant-sample',
        },
      },
    ]);
  });
});
