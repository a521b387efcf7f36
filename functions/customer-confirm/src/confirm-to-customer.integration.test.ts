import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SQSClient } from '@aws-sdk/client-sqs';
import { anEvent } from '@bbws/domain/testing/builders';
import type { Order } from '@bbws/domain/order';
import type { OrderEventType } from '@bbws/domain/order-event';
import { hideOrder } from '@bbws/dynamo/hide-order';
import { listEffects } from '@bbws/dynamo/list-effects';
import { showOrder } from '@bbws/dynamo/show-order';
import { operatorChange } from '@bbws/dynamo/testing/operator-change';
import { recordedOrder, storedOrder } from '@bbws/dynamo/testing/recorded';
import { updateOf } from '@bbws/dynamo/testing/samples';
import { startTestTable, type TestTable } from '@bbws/dynamo/testing/test-table';
import { updateOrder } from '@bbws/dynamo/update-order';
import { accepted, refusing, startSes } from '@bbws/email/testing/ses-server';
import { startFunction } from '@bbws/lambda/start-function';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import { aContext, sqsEventOf } from '@bbws/lambda/testing/sqs-event';
import { depsOf, variables } from './assemble.ts';
import { makeHandler } from './handler.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const customerEmail = 'thandi.sample@example.com';
const done = { batchItemFailures: [] };

/** customer-confirm as it is put together for AWS, on a table and a mail service of the test's own. */
const startConfirm = async (answer: Parameters<typeof startSes>[0]) => {
  const { env, runtime } = startFunction(
    'customer-confirm',
    {
      AWS_REGION: 'eu-west-1',
      API_BASE_URL: 'https://api.example.com',
      BUSINESS_TIME_ZONE: 'Africa/Johannesburg',
      CUSTOMER_PORTAL_URL: 'https://portal.example.com',
      DEAD_LETTER_QUEUE_URL: 'https://sqs.example.com/dead-letters',
      DYNAMODB_TABLE_NAME: 'orders',
      ENVIRONMENT: 'local',
      QUEUE_URL: 'https://sqs.example.com/queue',
      S3_EMAIL_TEMPLATES_BUCKET: 'templates',
      SES_CONFIGURATION_SET: 'orders',
      SES_FROM_ADDRESS: 'noreply@example.com',
      SUPPORT_EMAIL: 'support@example.com',
    },
    variables,
  );
  const server = await startSes(answer);
  const table = testTable.observe();
  const reasons: string[] = [];
  const observed = { log: observedLog().log, metrics: observedMetrics().metrics };
  const deps = {
    ...depsOf({
      env,
      runtime: { ...runtime, ...observed },
      table,
      ses: server.ses,
      sqs: new SQSClient({ region: 'eu-west-1' }),
      fetch: async () => new Response(undefined, { status: 404 }),
      timeoutSignal: (milliseconds) => AbortSignal.timeout(milliseconds),
      credentials: { accessKeyId: 'sample', secretAccessKey: 'sample' },
    }),
    queue: {
      delay: async () => undefined,
      deadLetter: async (_: unknown, reason: string) => void reasons.push(reason),
    },
  };
  const receive = (
    { tenantId, id }: Order,
    type: OrderEventType = 'order.recorded',
    changes: object = {},
  ) =>
    makeHandler(deps)(sqsEventOf(anEvent(type, { tenantId, orderId: id, ...changes })), aContext);
  const [mails, stop] = [server.requests, server[Symbol.asyncDispose]];
  return { receive, table, reasons, mails, [Symbol.asyncDispose]: stop };
};

describe('An order whose address is refused for good', () => {
  test('says so, unchanged otherwise, and its message is put aside', async () => {
    await using confirm = await startConfirm(refusing(customerEmail));
    const { receive, table, reasons } = confirm;
    const seen = await recordedOrder(table, { customerEmail });

    const response = await receive(seen.order);

    const stored = await storedOrder(table, seen.order);
    expect(response).toEqual(done);
    expect(reasons).toEqual(['MAIL_REFUSED']);
    expect(stored).toEqual({
      ...seen,
      order: { ...seen.order, customerEmailRefusedAt: stored.order.customerEmailRefusedAt },
    });
    expect(stored.order.customerEmailRefusedAt).toBeDefined();
  });

  test('keeps the time of the first refusal, and is written to again when asked', async () => {
    await using confirm = await startConfirm(refusing(customerEmail));
    const { receive, table, mails, reasons } = confirm;
    const { order } = await recordedOrder(table, { customerEmail });
    await receive(order);
    const first = await storedOrder(table, order);

    await receive(order);

    expect(await storedOrder(table, order)).toEqual(first);
    expect(mails).toHaveLength(2);
    expect(reasons).toEqual(['MAIL_REFUSED', 'MAIL_REFUSED']);
  });
});

describe('An order whose mails are forgotten', () => {
  test('sends none when its invoice is rendered again', async () => {
    await using confirm = await startConfirm(accepted);
    const { receive, table, mails, reasons } = confirm;
    const paid = await updateOrder(table)(updateOf(await recordedOrder(table, { customerEmail })));
    if (!paid) throw new Error('The order was not changed');

    const rendering = { orderVersion: 2, paymentChanged: true };
    const response = await receive(paid.order, 'order.status-changed', rendering);

    expect(response).toEqual(done);
    expect([mails, reasons]).toEqual([[], []]);
    expect(await listEffects(table)(paid.order.tenantId, paid.order.id)).toEqual([]);
  });
});

describe('An order that is hidden', () => {
  test('has its mail withheld, and sent once it is shown and its fact comes again', async () => {
    await using confirm = await startConfirm(accepted);
    const { receive, table, mails, reasons } = confirm;
    const { order } = await recordedOrder(table, { customerEmail });
    const hidden = await hideOrder(table)(operatorChange(order));

    const whileHidden = [await receive(order), await receive(order)];
    const sentWhileHidden = mails.length;
    await showOrder(table)(operatorChange(hidden?.order ?? order));
    const afterwards = [await receive(order), await receive(order)];

    expect([...whileHidden, ...afterwards]).toEqual([done, done, done, done]);
    expect(sentWhileHidden).toBe(0);
    expect(mails).toHaveLength(1);
    expect(reasons).toEqual([]);
  });
});
