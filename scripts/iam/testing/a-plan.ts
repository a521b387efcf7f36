/** A plan with one function, as `terraform show -json` has it, and calls as the tests record them. */
import type { RecordedCall } from '@bbws/local-aws/calls/recorded-call';
import { parsePlan, type Plan } from '../../terraform/plan-file.ts';

const account = '536580886816';
const region = 'eu-west-1';
export const tableArn = `arn:aws:dynamodb:${region}:${account}:table/orders-dev`;
const queueArn = `arn:aws:sqs:${region}:${account}:bbws-order-pdf-dev`;
const logArn = `arn:aws:logs:${region}:${account}:log-group:/aws/lambda/bbws-order-lambda-pdf-dev:*`;

export const write = {
  Sid: 'Write',
  Effect: 'Allow',
  Action: ['dynamodb:UpdateItem'],
  Resource: tableArn,
  Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'TENANT#*' } },
};
const log = {
  Sid: 'WriteLogs',
  Effect: 'Allow',
  Action: ['logs:PutLogEvents', 'logs:CreateLogStream'],
  Resource: logArn,
};
const read = {
  Sid: 'ReadQueue',
  Effect: 'Allow',
  Action: ['sqs:ReceiveMessage', 'sqs:GetQueueAttributes', 'sqs:DeleteMessage'],
  Resource: queueArn,
};

export type Changes = {
  /** Statements of the function's own policy; `Write` when missing. */
  readonly calls?: readonly object[];
  readonly boundary?: readonly object[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly tracing?: 'Active' | 'PassThrough';
  readonly cartApiArn?: string;
  /** Resources beside the function's own. */
  readonly others?: readonly { type: string; address: string; values: object }[];
};

const policy = (statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

const inFunction = `module.region["${region}"].module.function["pdf"]`;
const role = 'pdf-execution-dev';

const rolePolicy = (address: string, name: string, statements: readonly object[]) => ({
  address: `${address}.aws_iam_role_policy.${name}`,
  type: 'aws_iam_role_policy',
  values: { name, role, policy: policy(statements) },
});

const resourcesFor = ({ calls = [write], variables, tracing, others = [] }: Changes) => [
  {
    address: `${inFunction}.aws_lambda_function.function`,
    type: 'aws_lambda_function',
    values: {
      function_name: 'bbws-order-lambda-pdf-dev',
      environment: [
        {
          variables: {
            DYNAMODB_TABLE_NAME: 'orders-dev',
            QUEUE_URL: `https://sqs.${region}.amazonaws.com/${account}/bbws-order-pdf-dev`,
            ...variables,
          },
        },
      ],
      tracing_config: [{ mode: tracing ?? 'PassThrough' }],
    },
  },
  {
    address: `${inFunction}.aws_iam_role.function`,
    type: 'aws_iam_role',
    values: { name: role },
  },
  rolePolicy(inFunction, 'platform', [log]),
  rolePolicy(inFunction, 'calls', calls),
  rolePolicy(`module.region["${region}"].module.consumer["pdf"]`, 'queue', [read]),
  ...others,
];

const planOf = (variables: object, resources: readonly object[]): Plan =>
  parsePlan(
    JSON.stringify({
      variables,
      planned_values: {
        root_module: {
          child_modules: [
            { resources: resources.map((each) => ({ mode: 'managed', name: 'any', ...each })) },
          ],
        },
      },
    }),
  );

export const aPlan = (changes: Changes = {}): Plan =>
  planOf(
    {
      environment: { value: 'dev' },
      account_id: { value: account },
      regions: { value: { [region]: { cart_api_arn: changes.cartApiArn ?? null } } },
    },
    resourcesFor(changes),
  );

/** Bounds by services, unless told otherwise. */
export const aBootstrap = ({ boundary }: Changes = {}): Plan => {
  const services = ['dynamodb', 'sqs', 'logs', 's3', 'ses', 'xray', 'execute-api', 'lambda'];
  const wide = [{ Effect: 'Allow', Action: services.map((name) => `${name}:*`), Resource: '*' }];
  return planOf({}, [
    {
      address: 'aws_iam_policy.boundary',
      type: 'aws_iam_policy',
      values: { policy: policy(boundary ?? wide) },
    },
  ]);
};

/** An update of an order. */
export const aCall = (changes: Partial<RecordedCall> = {}): RecordedCall => ({
  function: 'pdf',
  bundle: '0123456789abcdef',
  action: 'dynamodb:UpdateItem',
  resource: { type: 'table', variable: 'DYNAMODB_TABLE_NAME' },
  context: { 'dynamodb:LeadingKeys': ['TENANT#*'] },
  ...changes,
});
