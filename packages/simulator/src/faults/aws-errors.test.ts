import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { SESv2ServiceException } from '@aws-sdk/client-sesv2';
import { SNSServiceException } from '@aws-sdk/client-sns';
import { SQSServiceException } from '@aws-sdk/client-sqs';
import { isDefiniteRefusal } from '@bbws/email/refusal';
import { describe, expect, test } from '@jest/globals';
import { ServiceException } from '@smithy/core/client';
import { isThrottlingError, isTransientError } from '@smithy/core/retry';
import { noAnswer, throttled } from './aws-errors.ts';

/** What the SDK looks at when it decides whether to try again. */
const seenBySdk = (error: Error) => ({
  name: error.name,
  message: error.message,
  ...('code' in error && typeof error.code === 'string' && { code: error.code }),
  ...(error instanceof ServiceException && { $metadata: error.$metadata }),
});

const classes = [
  ['dynamodb', DynamoDBServiceException],
  ['s3', S3ServiceException],
  ['sesv2', SESv2ServiceException],
  ['sns', SNSServiceException],
  ['sqs', SQSServiceException],
] as const;

describe('a call without an answer', () => {
  test('is a passing fault to the SDK, and no throttling', () => {
    expect(isTransientError(seenBySdk(noAnswer()))).toBe(true);
    expect(isThrottlingError(seenBySdk(noAnswer()))).toBe(false);
  });

  test('leaves open whether a mail was sent', () => {
    expect(isDefiniteRefusal(noAnswer())).toBe(false);
  });
});

describe('a call too many', () => {
  test.each(classes.map(([service]) => service))('is throttling to the SDK: %s', (service) => {
    expect(isThrottlingError(seenBySdk(throttled(service)))).toBe(true);
  });

  test.each(classes)('is an error of its service: %s', (service, itsClass) => {
    expect(throttled(service)).toBeInstanceOf(itsClass);
  });

  test('means for certain that a mail was not sent', () => {
    expect(isDefiniteRefusal(throttled('sesv2'))).toBe(true);
  });
});
