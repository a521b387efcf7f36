/** An environment in which a function can start, and do nothing: its variables with invented values. */
import { readFunctionsFile } from '@bbws/local-aws/functions-file';

const values: Readonly<Record<string, string>> = {
  ADMIN_PORTAL_URL: 'https://admin.example.com',
  ALLOWED_ORIGINS: 'https://portal.example.com',
  API_BASE_URL: 'https://api.example.com',
  BUSINESS_TIME_ZONE: 'Africa/Johannesburg',
  CART_LAMBDA_API_URL: 'https://cart.example.com',
  CUSTOMER_PORTAL_URL: 'https://portal.example.com',
  DEAD_LETTER_QUEUE_URL: 'https://sqs.example.com/dead-letters',
  DYNAMODB_TABLE_NAME: 'orders',
  ENVIRONMENT: 'local',
  INTERNAL_NOTIFICATION_EMAIL: 'team@example.com',
  LOG_LEVEL: 'INFO',
  ORDER_EVENTS_TOPIC_ARN: 'arn:aws:sns:af-south-1:000000000000:events',
  ORDER_NUMBER_REGION: '',
  ORDER_UPDATE_GROUPS: '',
  QUEUE_URL: 'https://sqs.example.com/queue',
  S3_ORDERS_BUCKET: 'orders',
  SES_FROM_ADDRESS: 'test@example.com',
  SUPPORT_EMAIL: 'support@example.com',
};

/** The variables that functions.json lists for the function, and what Lambda itself sets. */
export const fakeEnvironment = (functionName: string): Record<string, string> => {
  const listed = readFunctionsFile().functions[functionName]?.environment ?? [];
  return {
    AWS_REGION: 'af-south-1',
    AWS_ACCESS_KEY_ID: 'invented',
    AWS_SECRET_ACCESS_KEY: 'invented',
    ...Object.fromEntries(listed.map((name) => [name, values[name] ?? ''])),
  };
};
