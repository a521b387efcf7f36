/** Which region writes: one item of the global table, that an operator sets and the functions ask (R-OPS-02). */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as v from 'valibot';
import { writerKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Table } from './table.ts';

/** The region that writes, such as `eu-west-1`, or `none` while the right to write is moved. */
export const WriterRegion = v.pipe(v.string(), v.regex(/^(?:none|[a-z]{2}(?:-[a-z]+)+-\d)$/));
const Writer = v.object({ region: WriterRegion });

/**
 * The region that writes, or `none`; `undefined` when nobody has ever said. Throws `ItemError`.
 * Table, consistent GetItem of one small item: one read unit.
 */
export const readWriterRegion =
  ({ client, name }: Table) =>
  async (): Promise<string | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: writerKey, ConsistentRead: true }),
    );
    return Item && parseItem(Writer, Item, 'The writer region').region;
  };

/**
 * Says from `at` (UTC) on which region writes; `none` stops the writing everywhere. Throws `ItemError` for what is
 * neither. The other region learns of it when its replica does.
 * Table, PutItem: one write unit.
 */
export const writeWriterRegion =
  ({ client, name }: Table) =>
  async (region: string, at: string): Promise<void> => {
    const writer = parseItem(Writer, { region }, 'The writer region');
    await client.send(
      new PutCommand({ TableName: name, Item: { ...writerKey, ...writer, changedAt: at } }),
    );
  };
