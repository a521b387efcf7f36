/** The trouble that a command of a runbook is for, made before it is run; and the command with its placeholders filled in. */
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { PurgeQueueCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { aTenantId, anEvent } from '@bbws/domain/testing/builders';
import type { OrderId } from '@bbws/domain/identifiers';
import { orderKey } from '@bbws/dynamo/keys';
import { tableOf } from '@bbws/dynamo/table';
import { writeWriterRegion } from '@bbws/dynamo/writer-region';
import { untilQueuesAreEmpty } from '../../demo/settle.ts';
import type { RunbookCommand } from '../runbook-commands.ts';
import type { PreparedService } from './prepared-service.ts';

/** Makes it so, and gives the line to run. */
export const situationOf = async (
  prepared: PreparedService,
  command: RunbookCommand,
): Promise<string> => {
  const { text } = command;
  await emptyQueues(prepared);
  await setWriter(prepared, text.includes('dr reconcile') ? 'eu-west-1' : 'af-south-1');
  const id = orderFor(prepared, command);
  const isDamaged = text.startsWith('pnpm audit:orders') && command.exitCode === 1;
  await setStatus(prepared, isDamaged ? 'banana' : 'pending');
  if (text.includes('--effect pdf --again')) await loseInvoice(prepared, id);
  const messageId = text.startsWith('pnpm dlq') ? await bury(prepared, text) : '';
  return filledIn(prepared, text, { id: isDamaged ? prepared.ids.others : id, messageId });
};

const orderFor = ({ ids }: PreparedService, { page, text }: RunbookCommand): OrderId => {
  if (page === 'erasure.md') return ids.cancelled;
  if (text.includes('--effect record')) return ids.rejected;
  if (text.includes('--order-version 3')) return ids.paid;
  return /order (?:hide|show)/.test(text) ? ids.others : ids.whole;
};

const filledIn = async (
  { order, ids, today }: PreparedService,
  text: string,
  { id, messageId }: { readonly id: OrderId; readonly messageId: string },
): Promise<string> => {
  const { orderNumber = '' } = (await order(ids.whole)) ?? {};
  return (
    text
      .replaceAll(/ORD-\d{8}-\d{5}/g, orderNumber)
      .replaceAll('2026-11-20', today)
      .replace(/(--order )\S+/, `$1${id}`)
      .replace(/(--message-id )\S+/, `$1${messageId}`)
      // The local tenant is the one that `pnpm start` would show.
      .replace('--tenant tenant-demo', '--tenant tenant-x')
      .replaceAll(/(?<=[- ])(?:prod|sit|dev)\b/g, 'local')
      // Without an environment a command takes the service of pnpm start, which does not run here.
      .replace(/^(?=pnpm )(?!.*--env )(.*)$/, '$1 --env local')
  );
};

const emptyQueues = async ({ service: { aws } }: PreparedService): Promise<void> => {
  await untilQueuesAreEmpty(aws);
  for (const { deadLetterUrl: QueueUrl } of Object.values(aws.resources.queues))
    await aws.clients.sqs.send(new PurgeQueueCommand({ QueueUrl }));
};

const setWriter = async ({ service: { aws } }: PreparedService, region: string): Promise<void> => {
  const table = tableOf(aws.clients.dynamodb, aws.resources.tableName);
  await writeWriterRegion(table)(region, new Date().toISOString());
};

/** Behind everybody's back; a status that does not exist makes a damaged order. */
const setStatus = async ({ service: { aws }, ids }: PreparedService, status: string) => {
  const { PK, SK } = orderKey(aTenantId('tenant-y'), ids.others);
  await aws.clients.dynamodb.send(
    new UpdateItemCommand({
      TableName: aws.resources.tableName,
      Key: { PK: { S: PK }, SK: { S: SK } },
      UpdateExpression: 'SET #status = :status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': { S: status } },
    }),
  );
};

const loseInvoice = async ({ service: { aws }, order }: PreparedService, id: OrderId) => {
  const found = await order(id);
  const Key = found?.stage === 'recorded' ? found.pdf?.key : undefined;
  if (Key === undefined) throw new Error(`Order ${id} has no invoice to lose.`);
  const { s3 } = aws.clients;
  await s3.send(new DeleteObjectCommand({ Bucket: aws.resources.ordersBucket, Key }));
};

/** Puts a dead letter into the queue that the command names, or into pdf's: what it asks for is done already. */
const bury = async ({ service, ids }: PreparedService, text: string): Promise<string> => {
  const { clients, resources } = service.aws;
  const named = Object.keys(resources.queues).find((name) => text.includes(`--queue ${name}`));
  const type = named === 'record-creator' ? 'order.accepted' : 'order.recorded';
  const reason = /--reason (\S+)/.exec(text)?.[1] ?? 'RETRIES_EXHAUSTED';
  const event = anEvent(type, {
    ...{ tenantId: 'tenant-y', orderId: ids.others },
    occurredAt: new Date().toISOString(),
  });
  const { MessageId = '' } = await clients.sqs.send(
    new SendMessageCommand({
      QueueUrl: resources.queues[named ?? 'pdf']?.deadLetterUrl,
      MessageBody: JSON.stringify(event),
      MessageAttributes: { reason: { DataType: 'String', StringValue: reason } },
    }),
  );
  return MessageId;
};
