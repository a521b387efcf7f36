/** Joins configuration, clients and handler. Knows nothing of the process that it runs in. */
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { effectsOf } from '@bbws/dynamo/effects-of';
import { noteRefusedAddress } from '@bbws/dynamo/note-refused-address';
import { readOrder } from '@bbws/dynamo/read-order';
import type { Table } from '@bbws/dynamo/table';
import {
  bucketTemplates,
  type BucketTemplatesDeps,
  type TemplateOf,
} from '@bbws/email/bucket-templates';
import { customerConfirmation } from '@bbws/email/customer-confirmation';
import { customerRejected } from '@bbws/email/customer-rejected';
import { customerStatusUpdate } from '@bbws/email/customer-status-update';
import {
  orderConfirmation,
  orderRejected,
  orderStatusUpdate,
} from '@bbws/email/generated/templates';
import { isDefiniteRefusal, permanentReason } from '@bbws/email/refusal';
import { sendOrderMail } from '@bbws/email/send-order-mail';
import type { Env } from '@bbws/lambda/env';
import { presign, type PresignSettings } from '@bbws/lambda/presign';
import { makeQueue } from '@bbws/lambda/queue';
import type { Runtime } from '@bbws/lambda/start-function';
import functionsFile from '../../functions.json' with { type: 'json' };
import { makeHandler, type Deps } from './handler.ts';
import { invoiceUrl } from './invoice-url.ts';
import type { MailWriters } from './mail-writers.ts';

/** The variables that this function reads beside `ENVIRONMENT` and `LOG_LEVEL`. */
export const variables = [
  'API_BASE_URL',
  'AWS_ENDPOINT_URL_S3',
  'AWS_REGION',
  'BUSINESS_TIME_ZONE',
  'CUSTOMER_PORTAL_URL',
  'DEAD_LETTER_QUEUE_URL',
  'DYNAMODB_TABLE_NAME',
  'QUEUE_URL',
  'S3_EMAIL_TEMPLATES_BUCKET',
  'SES_CONFIGURATION_SET',
  'SES_FROM_ADDRESS',
  'SUPPORT_EMAIL',
] as const;

export type Parts = {
  readonly env: Env<typeof variables>;
  readonly runtime: Runtime;
  readonly table: Table;
  /** One that makes a single attempt: see makeSesClient. */
  readonly ses: SESv2Client;
  readonly sqs: SQSClient;
  /** Reaches the templates bucket. */
  readonly fetch: BucketTemplatesDeps['fetch'];
  /** Ends a request to the templates bucket. */
  readonly timeoutSignal: BucketTemplatesDeps['timeoutSignal'];
  /** Those of the function's role, which may read the templates bucket. */
  readonly credentials: PresignSettings['credentials'];
};

/** What the handler needs, as it runs on AWS. */
export const depsOf = ({ env, runtime, table, ses, sqs, ...parts }: Parts): Deps => ({
  ...runtime,
  ...effectsOf(table),
  readOrder: readOrder(table),
  noteRefusedAddress: noteRefusedAddress(table),
  writers: writersFor(env, runtime, templatesFor({ env, runtime, ...parts })),
  sendMail: sendOrderMail({
    ses,
    from: env.SES_FROM_ADDRESS,
    replyTo: env.SUPPORT_EMAIL,
    configurationSet: env.SES_CONFIGURATION_SET,
  }),
  isDefiniteRefusal,
  permanentReason,
  functionTimeoutSeconds: functionsFile.functions['customer-confirm'].timeoutSeconds,
  maxReceiveCount: functionsFile.queues.maxReceiveCount,
  queue: makeQueue(sqs, env.QUEUE_URL, env.DEAD_LETTER_QUEUE_URL),
});

export const assemble = (parts: Parts) => makeHandler(depsOf(parts));

const bundled = {
  'customer/order_confirmation': orderConfirmation,
  'customer/order_status_update': orderStatusUpdate,
  'customer/order_rejected': orderRejected,
};

/** How long a signed address holds, in seconds: it is used at once. */
const addressSeconds = 60;

type TemplateParts = Pick<Parts, 'env' | 'runtime' | 'fetch' | 'timeoutSignal' | 'credentials'>;

const templatesFor = ({
  env,
  runtime,
  ...parts
}: TemplateParts): TemplateOf<keyof typeof bundled> => {
  const settings = {
    region: env.AWS_REGION,
    endpoint: env.AWS_ENDPOINT_URL_S3,
    credentials: parts.credentials,
    now: runtime.now,
  };
  const address = presign(settings, env.S3_EMAIL_TEMPLATES_BUCKET, addressSeconds);
  return bucketTemplates({ ...runtime, ...parts, address }, bundled);
};

const writersFor = (
  env: Parts['env'],
  { now }: Runtime,
  templateOf: TemplateOf<keyof typeof bundled>,
): MailWriters => {
  const settings = {
    portalUrl: env.CUSTOMER_PORTAL_URL,
    supportAddress: env.SUPPORT_EMAIL,
    timeZone: env.BUSINESS_TIME_ZONE,
  };
  const linkTo = invoiceUrl({ apiBaseUrl: env.API_BASE_URL, now });
  return {
    confirmation: async (order, linkKey) =>
      customerConfirmation(
        order,
        settings,
        { invoiceUrl: linkKey && linkTo(order, linkKey) },
        await templateOf('customer/order_confirmation'),
      ),
    rejected: async (order) =>
      customerRejected(order, settings, await templateOf('customer/order_rejected')),
    statusUpdate: async (order, change) =>
      customerStatusUpdate(
        order,
        change,
        settings,
        await templateOf('customer/order_status_update'),
      ),
  };
};
