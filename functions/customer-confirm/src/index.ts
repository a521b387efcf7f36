/** Wiring: environment, clients and handler. */
import { SQSClient } from '@aws-sdk/client-sqs';
import { effectsOf } from '@bbws/dynamo/effects-of';
import { readOrder } from '@bbws/dynamo/read-order';
import { makeTable } from '@bbws/dynamo/table';
import { customerConfirmation } from '@bbws/email/customer-confirmation';
import { customerRejected } from '@bbws/email/customer-rejected';
import { customerStatusUpdate } from '@bbws/email/customer-status-update';
import { isDefiniteRefusal, permanentReason } from '@bbws/email/refusal';
import { sendOrderMail } from '@bbws/email/send-order-mail';
import { makeSesClient } from '@bbws/email/ses-client';
import { clientSettings, queueClientSettings } from '@bbws/lambda/client-settings';
import { makeQueue } from '@bbws/lambda/queue';
import { startFunction } from '@bbws/lambda/start-function';
import functionsFile from '../../functions.json' with { type: 'json' };
import { makeHandler } from './handler.ts';
import { invoiceUrl } from './invoice-url.ts';

const { env, ...runtime } = startFunction('customer-confirm', process.env, [
  'API_BASE_URL',
  'BUSINESS_TIME_ZONE',
  'CUSTOMER_PORTAL_URL',
  'DEAD_LETTER_QUEUE_URL',
  'DYNAMODB_TABLE_NAME',
  'QUEUE_URL',
  'SES_FROM_ADDRESS',
  'SUPPORT_EMAIL',
]);
const table = makeTable(env.DYNAMODB_TABLE_NAME, clientSettings);
const sqs = new SQSClient(queueClientSettings);
const settings = {
  portalUrl: env.CUSTOMER_PORTAL_URL,
  supportAddress: env.SUPPORT_EMAIL,
  timeZone: env.BUSINESS_TIME_ZONE,
};
const linkTo = invoiceUrl({ apiBaseUrl: env.API_BASE_URL, now: runtime.now });

export const handler = makeHandler({
  ...runtime,
  ...effectsOf(table),
  readOrder: readOrder(table),
  writers: {
    confirmation: (order, linkKey) =>
      customerConfirmation(order, settings, { invoiceUrl: linkKey && linkTo(order, linkKey) }),
    rejected: (order) => customerRejected(order, settings),
    statusUpdate: (order, change) => customerStatusUpdate(order, change, settings),
  },
  sendMail: sendOrderMail({
    ses: makeSesClient(),
    from: env.SES_FROM_ADDRESS,
    replyTo: env.SUPPORT_EMAIL,
  }),
  isDefiniteRefusal,
  permanentReason,
  functionTimeoutSeconds: functionsFile.functions['customer-confirm'].timeoutSeconds,
  queue: makeQueue(sqs, env.QUEUE_URL, env.DEAD_LETTER_QUEUE_URL),
});
