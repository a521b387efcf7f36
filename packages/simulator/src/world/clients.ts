/** The clients that the functions use, with the settings they have on AWS, and faults in them. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { makeSesClient } from '@bbws/email/ses-client';
import { clientSettings, queueClientSettings } from '@bbws/lambda/client-settings';
import { credentials, region, type Endpoints } from '@bbws/local-aws/client-env';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { instrument, type InstrumentDeps } from '../faults/instrument.ts';

export type FunctionClients = {
  /** For deliberate defects: its writes take place whether their conditions hold or not. */
  readonly careless: DynamoDBClient;
  readonly dynamodb: DynamoDBClient;
  readonly s3: S3Client;
  readonly ses: SESv2Client;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
};

/** Real milliseconds between two attempts of the SDK: its own pauses are too short to matter to anybody's clock. */
const pauseBetweenAttempts = 1;

// A machine that is busy must not add faults of its own: time-outs are simulated.
const patient = { connectionTimeout: 120_000, requestTimeout: 120_000 };

/** @param sesAttempts for a deliberate defect; as on AWS when missing */
export const makeFunctionClients = (
  endpoints: Endpoints,
  deps: InstrumentDeps,
  sesAttempts?: number,
): FunctionClients => {
  const aws = { region, credentials, requestHandler: patient };
  const retryStrategy = new ConfiguredRetryStrategy(
    clientSettings.maxAttempts,
    () => pauseBetweenAttempts,
  );
  const settings = { ...clientSettings, ...aws, retryStrategy };
  const clients = {
    dynamodb: new DynamoDBClient({ ...settings, endpoint: endpoints.dynamodb }),
    careless: withoutConditions(new DynamoDBClient({ ...settings, endpoint: endpoints.dynamodb })),
    s3: new S3Client({ ...settings, endpoint: endpoints.s3 }),
    ses: makeSesClient({
      ...aws,
      endpoint: endpoints.sesv2,
      ...(sesAttempts !== undefined && {
        retryStrategy: new ConfiguredRetryStrategy(sesAttempts, () => pauseBetweenAttempts),
      }),
    }),
    sns: new SNSClient({ ...settings, endpoint: endpoints.sns }),
    sqs: new SQSClient({
      ...settings,
      ...queueClientSettings,
      requestHandler: patient,
      retryStrategy,
      endpoint: endpoints.sqs,
    }),
  };
  instrument(clients.dynamodb.middlewareStack, 'dynamodb', deps);
  instrument(clients.careless.middlewareStack, 'dynamodb', deps);
  instrument(clients.s3.middlewareStack, 's3', deps);
  instrument(clients.ses.middlewareStack, 'sesv2', deps);
  instrument(clients.sns.middlewareStack, 'sns', deps);
  instrument(clients.sqs.middlewareStack, 'sqs', deps);
  return clients;
};

const withoutConditions = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.add(
    (next) => (args) => {
      const condition: unknown = Reflect.get(args.input, 'ConditionExpression');
      if (typeof condition === 'string')
        // The names and values of the condition stay in use: DynamoDB refuses unused ones.
        Object.assign(args.input, {
          ConditionExpression: `(${condition}) OR attribute_exists(PK) OR attribute_not_exists(PK)`,
        });
      return next(args);
    },
    { step: 'initialize', priority: 'low', name: 'withoutConditions' },
  );
  return client;
};
