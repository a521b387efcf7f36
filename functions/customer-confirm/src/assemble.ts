/** Joins configuration, clients and handler. Knows nothing of the process that it runs in. */
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { effectsOf } from '@bbws/dynamo/effects-of';
import { noteRefusedAddress } from '@bbws/dynamo/note-refused-address';
import { readOrder } from '@bbws/dynamo/read-order';
import type { Table } from '@bbws/dynamo/table';
import { customerConfirmation } from '@bbws/email/customer-confirmation';
import { customerRejected } from '@bbws/email/customer-rejected';
import { customerStatusUpdate } from '@bbws/email/customer-status-update';
import { isDefiniteRefusal, permanentReason } from '@bbws/email/refusal';
import { sendOrderMail } from '@bbws/email/send-order-mail';
import type { Env } from '@bbws/lambda/env';
import { makeQueue } from '@bbws/lambda/queue';
import type { Runtime } from '@bbws/lambda/start-function';
import functionsFile from '../../functions.json' with { type: 'json' };
import { makeHandler, type Deps } from './handler.ts';
import { invoiceUrl } from './invoice-url.ts';
import type { MailWriters } from './mail-writers.ts';

/** The variables that this function reads beside `ENVIRONMENT` and `LOG_LEVEL`. */
export const variables = [
  'API_BASE_URL',
  'BUSINESS_TIME_ZONE',
  'CUSTOMER_PORTAL_URL',
  'DEAD_LETTER_QUEUE_URL',
  'DYNAMODB_TABLE_NAME',
  'QUEUE_URL',
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
};

/** What the handler needs, as it runs on AWS. */
export const depsOf = ({ env, runtime, table, ses, sqs }: Parts): Deps => ({
  ...runtime,
  ...effectsOf(table),
  readOrder: readOrder(table),
  noteRefusedAddress: noteRefusedAddress(table),
  writers: writersFor(env, runtime),
  sendMail: sendOrderMail({ ses, from: env.SES_FROM_ADDRESS, replyTo: env.SUPPORT_EMAIL }),
  isDefiniteRefusal,
  permanentReason,
  functionTimeoutSeconds: functionsFile.functions['customer-confirm'].timeoutSeconds,
  maxReceiveCount: functionsFile.queues.maxReceiveCount,
  queue: makeQueue(sqs, env.QUEUE_URL, env.DEAD_LETTER_QUEUE_URL),
});

export const assemble = (parts: Parts) => makeHandler(depsOf(parts));

const writersFor = (env: Parts['env'], { now }: Runtime): MailWriters => {
  const settings = {
    portalUrl: env.CUSTOMER_PORTAL_URL,
    supportAddress: env.SUPPORT_EMAIL,
    timeZone: env.BUSINESS_TIME_ZONE,
  };
  const linkTo = invoiceUrl({ apiBaseUrl: env.API_BASE_URL, now });
  return {
    confirmation: (order, linkKey) =>
      customerConfirmation(order, settings, { invoiceUrl: linkKey && linkTo(order, linkKey) }),
    rejected: (order) => customerRejected(order, settings),
    statusUpdate: (order, change) => customerStatusUpdate(order, change, settings),
  };
};
