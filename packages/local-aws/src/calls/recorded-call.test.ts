import { describe, expect, test } from '@jest/globals';
import type { AwsCall } from './aws-call.ts';
import { recordedCall, type Caller } from './recorded-call.ts';

const caller: Caller = {
  accessKeyId: 'local-pdf-0123456789abcdef',
  function: 'pdf',
  bundle: '0123456789abcdef',
  variables: {
    DYNAMODB_TABLE_NAME: 'orders-local',
    QUEUE_URL: 'http://sqs.localhost:4000/000000000000/bbws-order-pdf-local',
    DEAD_LETTER_QUEUE_URL: 'http://sqs.localhost:4000/000000000000/bbws-order-pdf-dlq-local',
    SES_FROM_ADDRESS: 'test@kimmyai.io',
  },
};

const call = (changes: Partial<AwsCall>): AwsCall => ({
  caller: caller.accessKeyId,
  action: 'any:Action',
  resource: { type: 'table', name: 'orders-local' },
  context: {},
  ...changes,
});

describe('A recorded call', () => {
  test('says whose it is, and by which bundle', () => {
    expect(recordedCall(call({}), caller)).toMatchObject({
      function: 'pdf',
      bundle: '0123456789abcdef',
    });
  });

  test('names its resource by the variable that the function has it from', () => {
    const resource = { type: 'index', name: 'orders-local', part: 'OutboxIndex' } as const;

    expect(recordedCall(call({ resource }), caller).resource).toEqual({
      type: 'index',
      part: 'OutboxIndex',
      variable: 'DYNAMODB_TABLE_NAME',
    });
  });

  test('knows a queue by its name, whatever host it was asked at', () => {
    const name = 'http://127.0.0.1:9/000000000000/bbws-order-pdf-dlq-local';

    expect(recordedCall(call({ resource: { type: 'queue', name } }), caller).resource).toEqual({
      type: 'queue',
      variable: 'DEAD_LETTER_QUEUE_URL',
    });
  });

  test('keeps the name of what no variable names', () => {
    const resource = { type: 'bucket', name: 'hard-coded' } as const;

    expect(recordedCall(call({ resource }), caller).resource).toEqual(resource);
  });

  test('has variables in its context too', () => {
    const context = {
      'ses:FromAddress': ['test@kimmyai.io'],
      'dynamodb:LeadingKeys': ['TENANT#*'],
    };

    expect(recordedCall(call({ context }), caller).context).toEqual({
      'ses:FromAddress': ['{SES_FROM_ADDRESS}'],
      'dynamodb:LeadingKeys': ['TENANT#*'],
    });
  });
});
