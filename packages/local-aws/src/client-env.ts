/** The environment variables by which the AWS SDK finds the local AWS, and nothing else. */

export const region = 'af-south-1';

export type Endpoints = {
  readonly dynamodb: string;
  readonly sns: string;
  readonly sqs: string;
  readonly s3: string;
  readonly sesv2: string;
};

// Both backends take any key; these cannot be mistaken for real ones.
export const credentials = {
  accessKeyId: 'local-dummy-key',
  secretAccessKey: 'local-dummy-secret',
} as const;

export const clientEnvOf = (endpoints: Endpoints): Record<string, string> => ({
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
  AWS_ENDPOINT_URL_SNS: endpoints.sns,
  AWS_ENDPOINT_URL_SQS: endpoints.sqs,
  AWS_ENDPOINT_URL_S3: endpoints.s3,
  AWS_ENDPOINT_URL_SESV2: endpoints.sesv2,
});
