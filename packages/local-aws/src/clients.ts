/** SDK clients of the local AWS, for making its resources, for tests and for the event source mappings. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { credentials as everybody, region, type Endpoints } from './client-env.ts';

export type Clients = {
  readonly dynamodb: DynamoDBClient;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
  readonly s3: S3Client;
};

/** @param credentials by which the calls are known; those of no function when missing */
export const makeClients = (
  endpoints: Endpoints,
  credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } = everybody,
): Clients => {
  const config = { region, credentials };
  return {
    dynamodb: new DynamoDBClient({ ...config, endpoint: endpoints.dynamodb }),
    sns: new SNSClient({ ...config, endpoint: endpoints.sns }),
    // A queue's URL names a host of the emulator's own making; the endpoint is the one that answers.
    sqs: new SQSClient({ ...config, endpoint: endpoints.sqs, useQueueUrlAsEndpoint: false }),
    s3: new S3Client({ ...config, endpoint: endpoints.s3 }),
  };
};

/** Ends the clients' kept-alive connections. */
export const destroyClients = (clients: Clients): void => {
  for (const client of Object.values(clients)) client.destroy();
};
