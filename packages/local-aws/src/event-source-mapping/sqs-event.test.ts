import { describe, expect, test } from '@jest/globals';
import { receivedMessage } from '../testing/received-message.ts';
import { toSqsEvent } from './sqs-event.ts';

const arn = 'arn:aws:sqs:af-south-1:000000000000:bbws-order-pdf-local';

describe('the event of a batch', () => {
  test("looks like Lambda's", () => {
    const message = receivedMessage('a', {
      MD5OfMessageAttributes: 'c1',
      MessageAttributes: {
        eventType: { DataType: 'String', StringValue: 'order.recorded' },
        bytes: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2, 3]) },
      },
    });

    expect(toSqsEvent([message], arn).Records).toEqual([
      {
        messageId: 'a',
        receiptHandle: 'receipt-a',
        body: 'body of a',
        attributes: {
          ApproximateFirstReceiveTimestamp: '1795000000100',
          ApproximateReceiveCount: '1',
          SenderId: '000000000000',
          SentTimestamp: '1795000000000',
        },
        messageAttributes: {
          eventType: {
            stringValue: 'order.recorded',
            stringListValues: [],
            binaryListValues: [],
            dataType: 'String',
          },
          bytes: {
            binaryValue: 'AQID',
            stringListValues: [],
            binaryListValues: [],
            dataType: 'Binary',
          },
        },
        md5OfMessageAttributes: 'c1',
        md5OfBody: 'd41d8cd98f00b204e9800998ecf8427e',
        eventSource: 'aws:sqs',
        eventSourceARN: arn,
        awsRegion: 'af-south-1',
      },
    ]);
  });

  test('keeps the message group, and has no attributes for a message without', () => {
    const { Attributes } = receivedMessage('a');
    const message = receivedMessage('a', { Attributes: { ...Attributes, MessageGroupId: 't-1' } });

    expect(toSqsEvent([message], arn).Records).toMatchObject([
      { attributes: { MessageGroupId: 't-1' }, messageAttributes: {} },
    ]);
  });
});
