import { describe, expect, test } from '@jest/globals';
import { attachmentBytes, operationOf, serviceOf, type AwsRequest } from './aws-request.ts';

const request = (changes: Partial<AwsRequest> = {}): AwsRequest => ({
  method: 'POST',
  path: '/',
  headers: {},
  body: Buffer.from(''),
  ...changes,
});
const signedFor = (name: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=key/20261120/af-south-1/${name}/aws4_request, SignedHeaders=host`,
});

describe('a request is for', () => {
  test.each(['dynamodb', 'sns', 'sqs', 's3'])('%s, by its signature', (name) => {
    expect(serviceOf(request({ headers: signedFor(name) }))).toBe(name);
  });

  test('SES, under its name in signatures', () => {
    expect(serviceOf(request({ headers: signedFor('ses') }))).toBe('sesv2');
  });

  test('S3, by a presigned address', () => {
    const path =
      '/bucket/key.pdf?X-Amz-Credential=key%2F20261120%2Faf-south-1%2Fs3%2Faws4_request&X-Amz-Expires=300';

    expect(serviceOf(request({ method: 'GET', path }))).toBe('s3');
  });

  test('nothing that is counted otherwise', () => {
    expect(() => serviceOf(request({ headers: signedFor('kms') }))).toThrow('"kms"');
    expect(() => serviceOf(request())).toThrow('no known service');
  });
});

test.each([
  ['dynamodb', { headers: { 'x-amz-target': 'DynamoDB_20120810.PutItem' } }, 'PutItem'],
  ['sqs', { headers: { 'x-amz-target': 'AmazonSQS.SendMessage' } }, 'SendMessage'],
  ['sns', { body: Buffer.from('Action=Publish&Message=x') }, 'Publish'],
  ['s3', { method: 'PUT', path: '/bucket/key' }, 'PutObject'],
  ['s3', { method: 'GET', path: '/bucket/key' }, 'GetObject'],
  ['sesv2', { path: '/v2/email/outbound-emails' }, 'SendEmail'],
] as const)('a request to %s names its operation: %j', (service, changes, operation) => {
  expect(operationOf(service, request(changes))).toBe(operation);
});

describe('a mail', () => {
  const mail = (content: object) => Buffer.from(JSON.stringify({ Content: content }));

  test('carries what its attachments have', () => {
    const RawContent = Buffer.from('12345').toString('base64');

    expect(attachmentBytes(mail({ Simple: {} }))).toBe(0);
    expect(attachmentBytes(mail({ Simple: { Attachments: [{ RawContent }] } }))).toBe(5);
  });

  test('that is sent raw is refused', () => {
    expect(() => attachmentBytes(mail({ Raw: { Data: '' } }))).toThrow('sent raw');
  });
});
