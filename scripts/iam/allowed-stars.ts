/**
 * Resources with a star that a policy may name, each with the reason: the whole list. Names of variables stand for their values.
 * Any other star in a resource fails `pnpm iam:check`, as does one in an action.
 */
export type AllowedStar = {
  readonly resource: string;
  readonly actions: readonly string[];
  readonly reason: string;
};

export const allowedStars: readonly AllowedStar[] = [
  {
    resource: '{S3_ORDERS_BUCKET}/*/orders/*',
    actions: ['s3:GetObject', 's3:PutObject'],
    reason: 'An invoice is filed under its tenant and its order, which nobody knows beforehand.',
  },
  {
    resource: '{S3_EMAIL_TEMPLATES_BUCKET}/customer/*',
    actions: ['s3:GetObject'],
    reason: 'Whoever writes to customers reads every template for customers, the next one too.',
  },
  {
    resource: '{S3_EMAIL_TEMPLATES_BUCKET}/internal/*',
    actions: ['s3:GetObject'],
    reason: 'Whoever writes to the team reads every template for the team, the next one too.',
  },
  {
    resource: 'log-group:/aws/lambda/{function}:*',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    reason: "Lambda names the streams of a function's own log group.",
  },
  {
    resource: '*',
    actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
    reason: 'X-Ray has no resources to name.',
  },
];
