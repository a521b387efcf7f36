/**
 * Calls that are made in a function's name and reach no test: by Lambda itself, or of an API that is not AWS's here. The whole
 * list; everything else that a role may do has been seen by a test.
 */
import type { ConcreteCall } from './matches.ts';
import type { PlannedRole } from './planned-roles.ts';

type DerivedCall = {
  /** Who makes it. */
  readonly by: string;
  /** Why the role needs it. */
  readonly why: string;
  readonly actions: readonly string[];
  /** The ARN, or `undefined` where this function needs none of it. */
  readonly resourceOf: (role: PlannedRole) => string | undefined;
  readonly context?: ConcreteCall['context'];
};

/** The ARN of a queue follows from its address. */
export const queueArn = (url: string): string => {
  const [, region, account, name] =
    /^https:\/\/sqs\.([^.]+)\.[^/]+\/(\d{12})\/(.+)$/.exec(url) ?? [];
  if (name === undefined) throw new Error(`${url} is no address of a queue.`);
  return `arn:aws:sqs:${region ?? ''}:${account ?? ''}:${name}`;
};

const cart =
  (authentication: string) =>
  ({ variables, cartApiArn }: PlannedRole) =>
    variables['CART_AUTHENTICATION'] === authentication ? cartApiArn : undefined;

export const derivedCalls: readonly DerivedCall[] = [
  {
    by: 'poller',
    why: 'The event source mapping (trigger "queue" of functions.json) polls the queue by the role of its function; locally the mapping is our own.',
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resourceOf: ({ variables: { QUEUE_URL } }) => QUEUE_URL && queueArn(QUEUE_URL),
  },
  {
    by: 'runtime',
    why: "Lambda's runtime writes what the function logs, a stream per execution environment.",
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resourceOf: ({ region, accountId, functionName }) =>
      `arn:aws:logs:${region}:${accountId}:log-group:/aws/lambda/${functionName}:*`,
  },
  {
    by: 'tracing',
    why: "Lambda sends traces where tracing is on (enable_xray). X-Ray's actions know no resource.",
    actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
    resourceOf: ({ isTraced }) => (isTraced ? '*' : undefined),
  },
  {
    by: 'signed request',
    why: 'Requests to the Cart API are signed for API Gateway where CART_AUTHENTICATION says so; locally it is a stub.',
    actions: ['execute-api:Invoke'],
    resourceOf: cart('sigv4:execute-api'),
  },
  {
    by: 'signed request',
    why: "Requests to the Cart API are signed for a function's URL where CART_AUTHENTICATION says so; locally it is a stub.",
    actions: ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'],
    resourceOf: cart('sigv4:lambda'),
    context: { 'lambda:InvokedViaFunctionUrl': ['true'] },
  },
];
