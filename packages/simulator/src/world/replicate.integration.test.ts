import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tableOf } from '@bbws/dynamo/table';
import { startLocalAws } from '@bbws/local-aws/local-aws';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { idleWorld } from '../testing/idle-world.ts';
import { start } from '../testing/records.ts';
import { makeReplication, type Replication } from './replicate.ts';
import { makeStage } from './stage.ts';
import { openTurnstile } from './turnstile.ts';
import type { World } from './world.ts';

const lag = 900;
const key = { PK: 'TENANT#tenant-sample', SK: 'ORDER#1' };
const keyItem = { PK: { S: key.PK }, SK: { S: key.SK } };

let worlds: readonly [World, World];
beforeAll(async () => {
  const stage = makeStage(start, openTurnstile);
  const begin = () => startLocalAws({ backend: 'embedded', clock: stage.clock.memory });
  worlds = [idleWorld(await begin(), stage), idleWorld(await begin(), stage)];
});
afterAll(() => Promise.all(worlds.map((world) => world.close())));

const put = async ({ aws }: World, fields: object): Promise<void> => {
  const { client, name } = tableOf(aws.clients.dynamodb, aws.resources.tableName);
  await client.send(new PutCommand({ TableName: name, Item: { ...key, ...fields } }));
};

const itemIn = async ({ aws }: World): Promise<unknown> => {
  const { client, name } = tableOf(aws.clients.dynamodb, aws.resources.tableName);
  return (await client.send(new GetCommand({ TableName: name, Key: key }))).Item;
};

const pass = async (milliseconds: number): Promise<void> => {
  const { clock, runUntil } = worlds[0].stage;
  await runUntil(clock.now() + milliseconds);
};

let replication: Replication;
beforeEach(() => {
  replication = makeReplication(lag);
});

describe('what is written in one region', () => {
  test('arrives in the other, whole, when the lag is over', async () => {
    const [one, other] = worlds;
    await put(other, { status: 'old', left: true });
    await put(one, { status: 'new' });

    replication.onEffect(one, other, 'UpdateItem', { Key: keyItem });
    await pass(lag - 1);
    expect(await itemIn(other)).toEqual({ ...key, status: 'old', left: true });

    await pass(1);
    expect(await itemIn(other)).toEqual({ ...key, status: 'new' });
  });

  test('arrives as it was when it was written', async () => {
    const [one, other] = worlds;
    await put(one, { status: 'first' });
    replication.onEffect(one, other, 'PutItem', { Item: { ...keyItem, status: { S: 'first' } } });
    await pass(1);

    await put(one, { status: 'second' });
    await pass(lag);

    expect(await itemIn(other)).toMatchObject({ status: 'first' });
  });

  test('is lost when the other region wrote later: the last writer wins', async () => {
    const [one, other] = worlds;
    await put(one, { status: 'from one' });
    replication.onEffect(one, other, 'UpdateItem', { Key: keyItem });
    await pass(1);
    await put(other, { status: 'from the other' });
    replication.onEffect(other, one, 'UpdateItem', { Key: keyItem });

    await pass(lag);

    expect(await itemIn(one)).toMatchObject({ status: 'from the other' });
    expect(await itemIn(other)).toMatchObject({ status: 'from the other' });
  });

  test('is nothing when it was a read, or an item that is not there', async () => {
    const [one, other] = worlds;
    await put(one, { status: 'unread' });
    await put(other, { status: 'untouched' });
    const missing = { PK: { S: 'TENANT#tenant-sample' }, SK: { S: 'ORDER#none' } };

    replication.onEffect(one, other, 'GetItem', { Key: keyItem });
    await Promise.all([replication.copy(one, other, missing), pass(lag)]);

    expect(await itemIn(other)).toMatchObject({ status: 'untouched' });
  });

  test('may be an object', async () => {
    const [one, other] = worlds;
    const object = { Key: 'tenant/orders/order_1.pdf', Body: new TextEncoder().encode('%PDF') };
    await one.aws.clients.s3.send(
      new PutObjectCommand({ Bucket: one.aws.resources.ordersBucket, ...object }),
    );

    replication.onEffect(one, other, 'PutObject', object);
    await pass(lag);

    const { Body } = await other.aws.clients.s3.send(
      new GetObjectCommand({ Bucket: other.aws.resources.ordersBucket, Key: object.Key }),
    );
    expect(await Body?.transformToString()).toBe('%PDF');
  });
});
