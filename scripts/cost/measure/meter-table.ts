/** Meters the calls to DynamoDB that it passes on: read units as the local one counts them, write units with the indexes. */
import { GetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TableFile } from '@bbws/local-aws/table-file';
import * as v from 'valibot';
import type { Item } from './item-size.ts';
import { writeUnits } from './write-units.ts';

export type Answer = {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
};

/** An item as it is after a write. */
type Written = { readonly key: string; readonly item: Item | undefined };

export type TableWork = {
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly written?: Written;
};

export type MeterTable = (
  operation: string,
  body: string,
  send: (body: string) => Promise<Answer>,
) => Promise<{ readonly answer: Answer; readonly work: TableWork }>;

const Json = v.pipe(v.string(), v.parseJson());
const Text = v.object({ S: v.string() });
const Fields = v.record(v.string(), v.unknown());
const Input = v.pipe(
  Json,
  v.object({ TableName: v.string(), Key: v.optional(Fields), Item: v.optional(Fields) }),
);
const Consumed = v.pipe(
  Json,
  v.object({ ConsumedCapacity: v.optional(v.object({ CapacityUnits: v.number() })) }),
);

/** Of a read that finds nothing; the local DynamoDB gives that away when it is a query. */
const leastReadUnits = 0.5;

const reads = ['GetItem', 'Query'];
const writes = ['PutItem', 'UpdateItem', 'DeleteItem'];

export const makeMeterTable = (client: DynamoDBClient, table: TableFile): MeterTable => {
  /** Writes wait for each other: what an item was before is read apart from the write. */
  let latest: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const run = latest.then(task);
    latest = run.catch(() => undefined);
    return run;
  };

  const keyIn = (fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      [table.hashKey, table.rangeKey].map((name) => [name, v.parse(Text, fields[name])]),
    );
  const read = async (body: string, send: (body: string) => Promise<Answer>) => {
    const asked = { ...v.parse(v.pipe(Json, Fields), body), ReturnConsumedCapacity: 'TOTAL' };
    const answer = await send(JSON.stringify(asked));
    const { ConsumedCapacity } = v.parse(Consumed, answer.body.toString());
    const readUnits = Math.max(leastReadUnits, ConsumedCapacity?.CapacityUnits ?? 0);
    return { answer, work: { readUnits, writeUnits: 0 } };
  };
  const write = async (body: string, send: (body: string) => Promise<Answer>) => {
    const { TableName, Key, Item } = v.parse(Input, body);
    const key = keyIn(Key ?? Item ?? {});
    const look = async (): Promise<Item | undefined> =>
      (await client.send(new GetItemCommand({ TableName, Key: key, ConsistentRead: true }))).Item;
    const before = await look();
    const answer = await send(body);
    const item = await look();
    const done = answer.status === 200;
    return {
      answer,
      work: {
        readUnits: 0,
        writeUnits: writeUnits(table, { before, after: item }),
        ...(done && { written: { key: JSON.stringify(key), item } }),
      },
    };
  };

  return (operation, body, send) => {
    if (reads.includes(operation)) return read(body, send);
    if (writes.includes(operation)) return inTurn(() => write(body, send));
    throw new Error(`scripts/cost/measure/meter-table.ts does not know what ${operation} costs.`);
  };
};
