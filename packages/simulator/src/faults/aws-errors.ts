/** Errors as the SDK throws them when the network or AWS fails. */
import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { SESv2ServiceException } from '@aws-sdk/client-sesv2';
import { SNSServiceException } from '@aws-sdk/client-sns';
import { SQSServiceException } from '@aws-sdk/client-sqs';

export type ServiceName = 'dynamodb' | 's3' | 'sesv2' | 'sns' | 'sqs';

/** No answer came: the SDK takes this for a passing fault of the network. */
export const noAnswer = (): Error =>
  Object.assign(new Error('The simulated network lost the call'), {
    name: 'TimeoutError',
    code: 'ECONNRESET',
  });

const classes = {
  dynamodb: DynamoDBServiceException,
  s3: S3ServiceException,
  sesv2: SESv2ServiceException,
  sns: SNSServiceException,
  sqs: SQSServiceException,
};

const names: Readonly<Record<ServiceName, string>> = {
  dynamodb: 'ThrottlingException',
  s3: 'SlowDown',
  sesv2: 'TooManyRequestsException',
  sns: 'ThrottlingException',
  sqs: 'ThrottlingException',
};

/** The service refuses the call because there are too many. */
export const throttled = (service: ServiceName): Error =>
  new classes[service]({
    name: names[service],
    $fault: 'client',
    message: 'Simulated: too many requests',
    $metadata: { httpStatusCode: service === 's3' ? 503 : service === 'sesv2' ? 429 : 400 },
  });
