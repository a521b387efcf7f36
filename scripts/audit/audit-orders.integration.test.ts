import { UpdateItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { TenantId } from '@bbws/domain/identifiers';
import type { Order } from '@bbws/domain/order';
import { orderKey } from '@bbws/dynamo/keys';
import { tableOf, type Table } from '@bbws/dynamo/table';
import { recordedOrder } from '@bbws/dynamo/testing/recorded';
import { newTenantId } from '@bbws/dynamo/testing/samples';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCommand } from '../testing/run-command.ts';

let aws: LocalAws;
let table: Table;
beforeAll(async () => {
  aws = await startLocalAws({ backend: 'embedded', timeScale: 1 });
  table = tableOf(aws.clients.dynamodb, aws.resources.tableName);
});
afterAll(() => aws.close());

const audit = (...args: string[]) =>
  runCommand('scripts/audit-orders.ts', [...args, '--env', 'local'], aws.clientEnv);

const recorded = async (tenantId: TenantId, orderNumber: string): Promise<Order> =>
  (await recordedOrder(table, { tenantId, orderNumber })).order;

/** Sets an attribute of the order's item behind everybody's back. */
const damage = async ({ tenantId, id }: Order, attribute: string, value: AttributeValue) => {
  const { PK, SK } = orderKey(tenantId, id);
  await aws.clients.dynamodb.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: { PK: { S: PK }, SK: { S: SK } },
      UpdateExpression: 'SET #attribute = :value',
      ExpressionAttributeNames: { '#attribute': attribute },
      ExpressionAttributeValues: { ':value': value },
    }),
  );
};

/** Puts a message about the order into pdf's dead-letter queue. */
const bury = async ({ tenantId, id: orderId }: Order, reason: string) => {
  await aws.clients.sqs.send(
    new SendMessageCommand({
      QueueUrl: aws.resources.queues['pdf']?.deadLetterUrl,
      MessageBody: JSON.stringify({ tenantId, orderId, orderVersion: 2 }),
      MessageAttributes: { reason: { DataType: 'String', StringValue: reason } },
    }),
  );
};

describe('pnpm audit:orders', () => {
  test('names every order of a day on which some are damaged, with or without --hidden', async () => {
    const tenantId = newTenantId();
    const wrongStatus = await recorded(tenantId, 'ORD-20261120-00001');
    const wrongTotal = await recorded(tenantId, 'ORD-20261120-00002');
    const unmailed = await recorded(tenantId, 'ORD-20261120-00003');
    await damage(wrongStatus, 'status', { S: 'banana' });
    await damage(wrongTotal, 'total', { N: '-5' });
    const day = ['--tenant', tenantId, '--date', '2026-11-20', '--settle-minutes', '0'];

    for (const ran of [await audit(...day), await audit(...day, '--hidden')]) {
      expect(ran).toMatchObject({ code: 1, stdout: expect.stringContaining('3 orders of ') });
      const lines = ran.stdout.split('\n');
      for (const [{ id }, where] of [
        [wrongStatus, '/status'],
        [wrongTotal, '/total'],
      ] as const)
        expect(lines).toContainEqual(
          expect.stringMatching(new RegExp(`${id} +record-exists .*${where}`)),
        );
      expect(ran.stdout).toContain(`pnpm replay --order ${unmailed.id} --effect confirm`);
    }
  });

  test('finds a damaged order by its id alone', async () => {
    const order = await recorded(newTenantId(), 'ORD-20261120-00001');
    await damage(order, 'status', { S: 'banana' });

    const { code, stdout } = await audit('--order', order.id);

    expect(code).toBe(1);
    expect(stdout).toMatch(/record-exists .*\/status/);
    expect(stdout).toContain(`1 order of ${order.tenantId}: 0 whole, 1 not`);
  });

  test('says nothing of other orders’ dead letters when one was asked for', async () => {
    const tenantId = newTenantId();
    const [one, other] = [
      await recorded(tenantId, 'ORD-20261120-00001'),
      await recorded(tenantId, 'ORD-20261120-00002'),
    ];
    await bury(other, 'of no code');

    const own = await audit('--order', other.id);
    const { stdout } = await audit('--order', one.id);

    expect(own.stdout).toContain('dead-letter-reason');
    expect(own.stdout).toContain('; 1 message in dead-letter queues');
    expect(stdout).not.toContain('dead-letter-reason');
    expect(stdout).toContain('; 0 messages in dead-letter queues');
  });

  test('doubts a tenant that has no orders, and fails for it when told to expect some', async () => {
    const day = ['--tenant', 'no-such', '--date', '2026-11-20'];

    const doubt = expect.stringContaining('No order was found: is the tenant right?');
    expect(await audit(...day)).toMatchObject({ code: 0, stdout: doubt });
    expect(await audit(...day, '--expect-orders')).toMatchObject({ code: 1, stdout: doubt });
    expect(await audit(...day, '--json')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\{"environment":"local",.*"orders":0.*\}\n$/),
      stderr: doubt,
    });
  });

  test('says that there is no such order', async () => {
    const { code, stderr } = await audit('--order', '00000000-0000-4000-8000-000000000000');

    expect(code).toBe(1);
    expect(stderr).toContain('There is no order 00000000-0000-4000-8000-000000000000.');
  });
});
