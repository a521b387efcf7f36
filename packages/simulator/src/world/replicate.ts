/**
 * A global table and replicated buckets between two worlds: what is written in one arrives in the other a little later, the
 * whole item, and the last writer wins. Conditions hold in one region only, as on AWS.
 */
import { GetItemCommand, PutItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import * as v from 'valibot';
import type { World } from './world.ts';

const Key = v.object({ PK: v.object({ S: v.string() }), SK: v.object({ S: v.string() }) });
const Written = v.union([v.object({ Key }), v.object({ Item: Key })]);
const Stored = v.object({ Key: v.string(), Body: v.instance(Uint8Array) });

export type Replication = {
  /** Told of each call that AWS has taken in `from`. */
  readonly onEffect: (from: World, to: World, operation: string, input: unknown) => void;
  /** Copies one item now. */
  readonly copy: (from: World, to: World, key: v.InferOutput<typeof Key>) => Promise<void>;
};

/** @param lag milliseconds until the other region has what was written */
export const makeReplication = (lag: number): Replication => {
  /** When each item was last written, by world and key. */
  const written = new Map<World, Map<string, number>>();
  const timesOf = (world: World) => {
    const times = written.get(world) ?? new Map<string, number>();
    written.set(world, times);
    return times;
  };

  const copy: Replication['copy'] = async (from, to, key) => {
    const { clock, activity } = from.stage;
    const name = `${key.PK.S} ${key.SK.S}`;
    const at = clock.now();
    timesOf(from).set(name, at);
    const item = await activity.during(() => read(from, key));
    await clock.sleep(lag);
    // Whoever wrote last wins, with all of the item.
    if ((timesOf(to).get(name) ?? 0) > at) return;
    timesOf(to).set(name, at);
    await activity.during(() => write(to, item));
  };

  return {
    copy,
    onEffect: (from, to, operation, input) => {
      if (operation === 'PutObject') void copyObject(from, to, input, lag);
      if (operation !== 'PutItem' && operation !== 'UpdateItem') return;
      const item = v.parse(Written, input);
      void copy(from, to, 'Key' in item ? item.Key : item.Item);
    },
  };
};

const read = async ({ aws }: World, Key: Record<string, AttributeValue>) => {
  const { Item } = await aws.clients.dynamodb.send(
    new GetItemCommand({ TableName: aws.resources.tableName, Key, ConsistentRead: true }),
  );
  return Item;
};

const write = async ({ aws }: World, Item: Record<string, AttributeValue> | undefined) => {
  if (!Item) return;
  await aws.clients.dynamodb.send(new PutItemCommand({ TableName: aws.resources.tableName, Item }));
};

const copyObject = async (from: World, to: World, input: unknown, lag: number): Promise<void> => {
  const object = v.parse(Stored, input);
  await from.stage.clock.sleep(lag);
  await from.stage.activity.during(() =>
    to.aws.clients.s3.send(
      new PutObjectCommand({ Bucket: to.aws.resources.ordersBucket, ...object }),
    ),
  );
};
