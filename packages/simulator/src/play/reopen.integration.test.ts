import { acceptOrder } from '@bbws/dynamo/accept-order';
import { completeOrder } from '@bbws/dynamo/complete-order';
import { tableOf } from '@bbws/dynamo/table';
import { recordedOrder, storedOrder } from '@bbws/dynamo/testing/recorded';
import { acceptanceOf, completionOf } from '@bbws/dynamo/testing/samples';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { countMessages } from '@bbws/operator/dead-letters/count-messages';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idleWorld } from '../testing/idle-world.ts';
import { reopen } from './reopen.ts';

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ backend: 'embedded' });
});
afterAll(() => aws.close());

const waitingMessages = async (): Promise<number> => {
  const url = aws.resources.queues['record-creator']?.url ?? '';
  return (await countMessages(aws.clients.sqs, url)).waiting;
};

describe('an operator who reopens an order', () => {
  test('has a rejected one recorded again', async () => {
    const table = tableOf(aws.clients.dynamodb, aws.resources.tableName);
    const acceptance = acceptanceOf();
    await acceptOrder(table)(acceptance);
    await completeOrder(table)(completionOf(acceptance, 'rejected'));
    const { tenantId, id } = acceptance.order;
    let looks = 0;
    const world = { ...idleWorld(aws), lookAtQueues: () => void (looks += 1) };
    const before = await waitingMessages();

    await reopen(world, tenantId, id);

    const { order } = await storedOrder(table, acceptance.order);
    expect(order).toMatchObject({ stage: 'accepted', status: 'pending', version: 3 });
    expect(await waitingMessages()).toBe(before + 1);
    expect(looks).toBe(1);
  });

  test('does nothing to one that is recorded', async () => {
    const table = tableOf(aws.clients.dynamodb, aws.resources.tableName);
    const stored = await recordedOrder(table);
    const before = await waitingMessages();

    await reopen(idleWorld(aws), stored.order.tenantId, stored.order.id);

    expect(await storedOrder(table, stored.order)).toEqual(stored);
    expect(await waitingMessages()).toBe(before);
  });
});
