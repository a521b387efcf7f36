/** Wiring: environment, clients and handler. */
import { SQSClient } from '@aws-sdk/client-sqs';
import { effectsOf } from '@bbws/dynamo/effects-of';
import { readOrder } from '@bbws/dynamo/read-order';
import { makeTable } from '@bbws/dynamo/table';
import { internalNotification } from '@bbws/email/internal-notification';
import { isDefiniteRefusal, permanentReason } from '@bbws/email/refusal';
import { sendOrderMail } from '@bbws/email/send-order-mail';
import { makeSesClient } from '@bbws/email/ses-client';
import { clientSettings, queueClientSettings } from '@bbws/lambda/client-settings';
import { makeQueue } from '@bbws/lambda/queue';
import { startFunction } from '@bbws/lambda/start-function';
import functionsFile from '../../functions.json' with { type: 'json' };
import { makeHandler } from './handler.ts';

const { env, ...runtime } = startFunction('internal-notify', process.env, [
  'ADMIN_PORTAL_URL',
  'BUSINESS_TIME_ZONE',
  'DEAD_LETTER_QUEUE_URL',
  'DYNAMODB_TABLE_NAME',
  'INTERNAL_NOTIFICATION_EMAIL',
  'QUEUE_URL',
  'SES_FROM_ADDRESS',
  'SUPPORT_EMAIL',
]);
const table = makeTable(env.DYNAMODB_TABLE_NAME, clientSettings);
const sqs = new SQSClient(queueClientSettings);
const settings = { adminUrl: env.ADMIN_PORTAL_URL, timeZone: env.BUSINESS_TIME_ZONE };

export const handler = makeHandler({
  ...runtime,
  ...effectsOf(table),
  readOrder: readOrder(table),
  writeMail: (order) => internalNotification(order, settings),
  sendMail: sendOrderMail({
    ses: makeSesClient(),
    from: env.SES_FROM_ADDRESS,
    replyTo: env.SUPPORT_EMAIL,
  }),
  recipient: env.INTERNAL_NOTIFICATION_EMAIL,
  isDefiniteRefusal,
  permanentReason,
  functionTimeoutSeconds: functionsFile.functions['internal-notify'].timeoutSeconds,
  queue: makeQueue(sqs, env.QUEUE_URL, env.DEAD_LETTER_QUEUE_URL),
});
