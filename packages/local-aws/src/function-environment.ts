/** The value of every variable that functions.json may list, on a developer's machine. */
import { aSupplier } from '@bbws/domain/testing/supplier';
import type { FunctionsFile } from './functions-file.ts';
import type { Resources } from './resources/make-resources.ts';

export type Variables = Readonly<Record<string, string>>;

/** Values that are the same for every function. */
export const sharedVariables = (
  resources: Resources,
  cartUrl: string,
  overrides: Variables,
): Variables => ({
  ADMIN_PORTAL_URL: 'https://admin.example.com',
  ALLOWED_ORIGINS: 'http://localhost:3000',
  BUSINESS_TIME_ZONE: 'Africa/Johannesburg',
  CART_AUTHENTICATION: 'none',
  CART_LAMBDA_API_URL: cartUrl,
  CUSTOMER_PORTAL_URL: 'https://portal.example.com',
  DYNAMODB_TABLE_NAME: resources.tableName,
  ENVIRONMENT: 'local',
  INTERNAL_NOTIFICATION_EMAIL: 'orders@example.com',
  INVOICE_SUPPLIER: JSON.stringify(aSupplier()),
  LOG_LEVEL: 'INFO',
  ORDER_EVENTS_TOPIC_ARN: resources.topicArn,
  ORDER_NUMBER_REGION: '',
  ORDER_UPDATE_GROUPS: '',
  S3_EMAIL_TEMPLATES_BUCKET: resources.templatesBucket,
  S3_ORDERS_BUCKET: resources.ordersBucket,
  SES_CONFIGURATION_SET: 'bbws-orders-local',
  SES_FROM_ADDRESS: 'test@kimmyai.io',
  SUPPORT_EMAIL: 'support@kimmyai.io',
  ...overrides,
});

const queueVariables = ({ queues }: Resources, functionName: string): Variables => {
  const queue = queues[functionName];
  return queue ? { QUEUE_URL: queue.url, DEAD_LETTER_QUEUE_URL: queue.deadLetterUrl } : {};
};

/**
 * The variables that functions.json lists for a function, and no others.
 * @throws Error naming the variables that have no value here.
 */
export const functionVariables = (
  { functions }: FunctionsFile,
  functionName: string,
  resources: Resources,
  shared: Variables,
): Variables => {
  const values = { ...queueVariables(resources, functionName), ...shared };
  const names = functions[functionName]?.environment ?? [];
  const entries = names.map((name) => [name, values[name]] as const);
  const missing = entries.flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length > 0) {
    throw new Error(
      `functions.json lists ${missing.join(', ')} for ${functionName}, which has no local value: ` +
        'add it to packages/local-aws/src/function-environment.ts.',
    );
  }
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
};

/** @throws Error naming the overrides that no function lists: they would change nothing. */
export const checkOverrides = ({ functions }: FunctionsFile, overrides: Variables): void => {
  const listed = new Set(Object.values(functions).flatMap(({ environment }) => environment));
  const unknown = Object.keys(overrides).filter((name) => !listed.has(name));
  if (unknown.length > 0) throw new Error(`No function lists the variable ${unknown.join(', ')}.`);
};
