import {
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand } from '@aws-sdk/client-sns';
import { ChangeMessageVisibilityCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { OrderId } from '@bbws/domain/identifiers';
import { aRecordedOrder, aTenantId, anEvent, sampleOrderId } from '@bbws/domain/testing/builders';
import { counterKey, effectKey, orderKey, writerKey } from '@bbws/dynamo/keys';
import { invoiceKey } from '@bbws/pdf/invoice-key';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { describeCall, orderIn } from './describe-call.ts';

const tenantId = aTenantId();
const orderId = v.parse(OrderId, sampleOrderId);
const TableName = 'orders';
const QueueUrl = 'https://sqs.example.com/queue';
const body = JSON.stringify(anEvent('order.recorded'));
const ofTheOrder = { tenantId: 'tenant-sample', subject: sampleOrderId };

const asItem = ({ PK, SK }: { readonly PK: string; readonly SK: string }) => ({
  PK: { S: PK },
  SK: { S: SK },
});

const describeInput = (
  command: { readonly input: unknown },
  receipts = new Map<string, string>(),
) => describeCall(command.input, receipts);

describe('a call about an order', () => {
  test.each([
    ['reads it', new GetItemCommand({ TableName, Key: asItem(orderKey(tenantId, orderId)) })],
    [
      'puts it',
      new PutItemCommand({
        TableName,
        Item: { ...asItem(orderKey(tenantId, orderId)), total: { N: '1' } },
      }),
    ],
    ['changes it', new UpdateItemCommand({ TableName, Key: asItem(orderKey(tenantId, orderId)) })],
    [
      'claims a mail of it',
      new PutItemCommand({
        TableName,
        Item: asItem(effectKey(tenantId, orderId, 'customer-status', 3)),
      }),
    ],
    [
      'stores its invoice',
      new PutObjectCommand({ Bucket: 'orders', Key: invoiceKey(aRecordedOrder()) }),
    ],
    [
      'stores a later invoice',
      new PutObjectCommand({
        Bucket: 'orders',
        Key: invoiceKey(aRecordedOrder({ status: 'paid' })),
      }),
    ],
    ['publishes a fact', new PublishCommand({ TopicArn: 'topic', Message: body })],
    ['puts a message aside', new SendMessageCommand({ QueueUrl, MessageBody: body })],
  ])('names the order and its tenant when it %s', (_, command) => {
    expect(describeInput(command)).toEqual(ofTheOrder);
  });

  test('names the order alone when it sends a mail', () => {
    const send = new SendEmailCommand({
      Content: undefined,
      EmailTags: [
        { Name: 'effect', Value: 'customer-recorded' },
        { Name: 'orderId', Value: sampleOrderId },
      ],
    });

    expect(describeInput(send)).toEqual({ subject: sampleOrderId });
  });

  test('is known by the receipt of the message that it puts off', () => {
    const putOff = new ChangeMessageVisibilityCommand({
      QueueUrl,
      ReceiptHandle: 'receipt-1',
      VisibilityTimeout: 30,
    });

    expect(describeInput(putOff, new Map([['receipt-1', sampleOrderId]]))).toEqual({
      subject: sampleOrderId,
    });
    expect(describeInput(putOff)).toEqual({ subject: 'unknown' });
  });
});

describe('a call about no order in particular', () => {
  test('names the tenant of a counter', () => {
    const count = new UpdateItemCommand({
      TableName,
      Key: asItem(counterKey(tenantId, '20261120', 'E')),
    });

    expect(describeInput(count)).toEqual({
      tenantId: 'tenant-sample',
      subject: 'COUNTER',
      isVague: true,
    });
  });

  test('is nobody’s when it asks who writes', () => {
    const ask = new GetItemCommand({ TableName, Key: asItem(writerKey) });

    expect(describeInput(ask)).toEqual({ tenantId: undefined, subject: 'WRITER', isVague: true });
  });

  test('is about many when it queries an index', () => {
    const query = new QueryCommand({ TableName, IndexName: 'OutboxIndex' });

    expect(describeInput(query)).toEqual({ subject: 'many', isVague: true });
  });

  test('has an object for its subject when that is no invoice', () => {
    const put = new PutObjectCommand({
      Bucket: 'templates',
      Key: 'customer/order_confirmation.html',
    });

    expect(describeInput(put)).toEqual({
      tenantId: undefined,
      subject: 'customer/order_confirmation.html',
    });
  });

  test.each([['this is no JSON'], ['{"type":"order.recorded"}']])(
    'has no order when it puts aside the message %s',
    (poison) => {
      const putAside = new SendMessageCommand({ QueueUrl, MessageBody: poison });

      expect(describeInput(putAside)).toEqual({ subject: 'no order' });
    },
  );

  test('is unknown when its input is like none of these', () => {
    expect(describeCall({ Key: 7 }, new Map())).toEqual({ subject: 'unknown', isVague: true });
  });
});

describe('the order in a message', () => {
  test('is the one that a fact names', () => {
    expect(orderIn(body)).toEqual({ tenantId: 'tenant-sample', orderId: sampleOrderId });
  });

  test('is none in what is no fact', () => {
    expect(orderIn('this is no JSON')).toBeUndefined();
  });
});
