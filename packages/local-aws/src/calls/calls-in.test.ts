import { describe, expect, test } from '@jest/globals';
import type { WireRequest } from './aws-call.ts';
import { callsIn } from './calls-in.ts';

const request = (changes: Partial<WireRequest>): WireRequest => ({
  method: 'POST',
  url: '/',
  headers: {},
  body: '',
  status: 200,
  ...changes,
});

const toDynamodb = (operation: string, input: object) =>
  callsIn(
    'dynamodb',
    request({
      headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
      body: JSON.stringify({ TableName: 'orders', ...input }),
    }),
  );

describe('A call of DynamoDB', () => {
  const Key = { PK: { S: 'TENANT#tenant-7' }, SK: { S: 'ORDER#1' } };

  test.each([
    ['GetItem', { Key }],
    ['PutItem', { Item: { ...Key, total: { N: '1' } } }],
    ['UpdateItem', { Key, ExpressionAttributeValues: { ':a': { S: 'a' } } }],
    ['DeleteItem', { Key }],
  ])('is the action %s on the table, under its key', (operation, input) => {
    expect(toDynamodb(operation, input)).toEqual([
      {
        action: `dynamodb:${operation}`,
        resource: { type: 'table', name: 'orders' },
        context: { 'dynamodb:LeadingKeys': ['TENANT#*'] },
        detail: 'ORDER#*',
      },
    ]);
  });

  test('on an index is one on the index, under the partition that it asks for', () => {
    const query = {
      IndexName: 'OutboxIndex',
      KeyConditionExpression: '#pk = :shard AND #sk <= :now',
      ExpressionAttributeValues: { ':now': { S: '2026' }, ':shard': { S: 'OUTBOX#7' } },
    };

    expect(toDynamodb('Query', query)).toEqual([
      {
        action: 'dynamodb:Query',
        resource: { type: 'index', name: 'orders', part: 'OutboxIndex' },
        context: { 'dynamodb:LeadingKeys': ['OUTBOX#*'] },
      },
    ]);
  });

  test.each([
    ['TransactWriteItems', { TransactItems: [] }],
    ['Scan', {}],
    ['AnythingNew', { Key }],
    ['Query', { KeyConditionExpression: '' }],
  ])('that asks for %s is unknown, for it counts otherwise', (operation, input) => {
    expect(toDynamodb(operation, input)).toEqual([
      {
        action: 'dynamodb:unknown',
        resource: { type: 'unknown', name: operation },
        context: {},
      },
    ]);
  });
});

describe('A call of SNS', () => {
  test.each(['Publish', 'PublishBatch'])('that asks for %s publishes to its topic', (Action) => {
    const body = new URLSearchParams({ Action, TopicArn: 'arn:topic' }).toString();

    expect(callsIn('sns', request({ body }))).toEqual([
      { action: 'sns:Publish', resource: { type: 'topic', name: 'arn:topic' }, context: {} },
    ]);
  });

  test('of another kind is unknown', () => {
    expect(callsIn('sns', request({ body: 'Action=Subscribe&TopicArn=arn' }))).toMatchObject([
      { action: 'sns:unknown', resource: { name: 'Subscribe' } },
    ]);
  });
});

describe('A call of SQS', () => {
  const toSqs = (operation: string, input: object) =>
    callsIn(
      'sqs',
      request({
        headers: { 'x-amz-target': `AmazonSQS.${operation}` },
        body: JSON.stringify(input),
      }),
    );

  test.each([
    ['SendMessage', 'sqs:SendMessage'],
    ['SendMessageBatch', 'sqs:SendMessage'],
    ['ChangeMessageVisibility', 'sqs:ChangeMessageVisibility'],
    ['DeleteMessageBatch', 'sqs:DeleteMessage'],
  ])('that asks for %s is the action %s on its queue', (operation, action) => {
    expect(toSqs(operation, { QueueUrl: 'http://sqs/1/pdf' })).toEqual([
      { action, resource: { type: 'queue', name: 'http://sqs/1/pdf' }, context: {} },
    ]);
  });

  test('of another kind is unknown', () => {
    expect(toSqs('CreateQueue', { QueueName: 'pdf' })).toMatchObject([
      { action: 'sqs:unknown', resource: { name: 'CreateQueue' } },
    ]);
  });
});

describe('A call of S3', () => {
  const invoice = 'tenant-7/orders/order_0b8e5b52-3f0f-4c6b-9d2b-6f2f5c3d9a10_v3.pdf';
  const toS3 = (method: string, url: string, changes: Partial<WireRequest> = {}) =>
    callsIn('s3', request({ method, url, ...changes }));

  test.each([
    ['GET', 's3:GetObject'],
    ['HEAD', 's3:GetObject'],
    ['PUT', 's3:PutObject'],
    ['DELETE', 's3:DeleteObject'],
  ])('by %s is the action %s on the object, whoever it belongs to', (method, action) => {
    expect(toS3(method, `/bucket/${invoice}?x-id=1&X-Amz-Expires=60`)).toEqual([
      {
        action,
        resource: { type: 'object', name: 'bucket', part: '*/orders/order_*_v*.pdf' },
        context: {},
      },
    ]);
  });

  test('that is told that there is no object needs the permission to list', () => {
    expect(toS3('GET', '/bucket/branding/logo.png', { status: 404 })).toEqual([
      {
        action: 's3:GetObject',
        resource: { type: 'object', name: 'bucket', part: 'branding/logo.png' },
        context: {},
      },
      { action: 's3:ListBucket', resource: { type: 'bucket', name: 'bucket' }, context: {} },
    ]);
  });

  test('that stores nothing for want of a bucket does not', () => {
    expect(toS3('PUT', '/bucket/a', { status: 404 })).toHaveLength(1);
  });

  test.each([
    ['GET', '/bucket?list-type=2', {}],
    ['PUT', '/bucket/key?tagging', {}],
    ['PUT', '/bucket/key', { 'x-amz-copy-source': '/other/key' }],
    ['POST', '/bucket/key?uploads', {}],
  ])('%s %s asks for more, and is unknown', (method, url, headers) => {
    expect(toS3(method, url, { headers })).toMatchObject([{ action: 's3:unknown' }]);
  });
});

describe('A call of SES', () => {
  const url = '/v2/email/outbound-emails';
  const toSes = (input: object) => callsIn('ses', request({ url, body: JSON.stringify(input) }));
  const mail = { FromEmailAddress: 'a@b.co', Content: { Simple: { Subject: {} } } };

  test('sends from an identity, and under a configuration set', () => {
    const action = 'ses:SendEmail';
    const context = { 'ses:FromAddress': ['a@b.co'] };

    expect(toSes({ ...mail, ConfigurationSetName: 'set' })).toEqual([
      { action, resource: { type: 'identity', name: 'a@b.co' }, context },
      { action, resource: { type: 'configuration-set', name: 'set' }, context },
    ]);
    expect(toSes(mail)).toHaveLength(1);
  });

  test('with a raw mail is unknown: it needs another permission', () => {
    expect(toSes({ ...mail, Content: { Raw: {} } })).toMatchObject([{ action: 'ses:unknown' }]);
  });
});

test('A call of a service that is not local is unknown', () => {
  expect(callsIn('kms', request({ url: '/keys' }))).toMatchObject([
    { action: 'kms:unknown', resource: { name: 'POST /keys' } },
  ]);
});
