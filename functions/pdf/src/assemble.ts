/** Joins configuration, clients and handler. Knows nothing of the process that it runs in. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { noteInvoice } from '@bbws/dynamo/note-invoice';
import { removeFromOutbox } from '@bbws/dynamo/outbox';
import { readOrder } from '@bbws/dynamo/read-order';
import type { Table } from '@bbws/dynamo/table';
import type { Env } from '@bbws/lambda/env';
import { makeQueue } from '@bbws/lambda/queue';
import type { Runtime } from '@bbws/lambda/start-function';
import functionsFile from '../../functions.json' with { type: 'json' };
import { makeCurrentLogo } from './branding/current-logo.ts';
import { fetchLogo } from './branding/fetch-logo.ts';
import { makeHandler, type Deps } from './handler.ts';
import type { renderInvoice } from './invoice/render-invoice.ts';
import { putInvoice } from './put-invoice.ts';

/** The variables that this function reads beside `ENVIRONMENT` and `LOG_LEVEL`. */
export const variables = [
  'BUSINESS_TIME_ZONE',
  'DEAD_LETTER_QUEUE_URL',
  'DYNAMODB_TABLE_NAME',
  'INVOICE_SUPPLIER',
  'QUEUE_URL',
  'S3_EMAIL_TEMPLATES_BUCKET',
  'S3_ORDERS_BUCKET',
] as const;

export type Parts = {
  readonly env: Env<typeof variables>;
  readonly runtime: Runtime;
  readonly table: Table;
  readonly renderInvoice: typeof renderInvoice;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
};

/** Renders with what the configuration and the bucket say of the supplier. */
const brandedRendering = ({ env, runtime, s3, ...parts }: Parts): Deps['renderInvoice'] => {
  const currentLogo = makeCurrentLogo({
    ...runtime,
    fetchLogo: fetchLogo(s3, env.S3_EMAIL_TEMPLATES_BUCKET),
  });
  return async (order) =>
    parts.renderInvoice(
      order,
      {
        timeZone: env.BUSINESS_TIME_ZONE,
        supplier: env.INVOICE_SUPPLIER,
        logo: await currentLogo(),
      },
      { glyphsReplaced: (count) => runtime.metrics.count('GlyphsReplaced', count) },
    );
};

/** What the handler needs, as it runs on AWS. */
export const depsOf = (parts: Parts): Deps => {
  const { env, runtime, table, s3, sqs } = parts;
  return {
    ...runtime,
    readOrder: readOrder(table),
    noteInvoice: noteInvoice(table),
    removeFromOutbox: removeFromOutbox(table),
    renderInvoice: brandedRendering(parts),
    putInvoice: putInvoice(s3, env.S3_ORDERS_BUCKET),
    maxReceiveCount: functionsFile.queues.maxReceiveCount,
    queue: makeQueue(sqs, env.QUEUE_URL, env.DEAD_LETTER_QUEUE_URL),
  };
};

export const assemble = (parts: Parts) => makeHandler(depsOf(parts));
