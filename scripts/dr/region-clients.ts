/** Clients of one region that give up soon: the region may be dead. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Clients } from '@bbws/local-aws/clients';

const requestHandler = {
  connectionTimeout: 2_000,
  requestTimeout: 4_000,
  throwOnRequestTimeout: true,
} as const;

/** Credentials and endpoints are found as every AWS tool finds them; the region is as given. */
export const regionClients = (region: string): Clients => {
  const settings = { region, maxAttempts: 3, requestHandler };
  return {
    dynamodb: new DynamoDBClient(settings),
    sns: new SNSClient(settings),
    // With an endpoint from the environment the SDK would still call the host that a queue's address names.
    sqs: new SQSClient({ ...settings, useQueueUrlAsEndpoint: false }),
    s3: new S3Client(settings),
  };
};
