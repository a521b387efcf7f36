/** The writer region as operators move it: read with its history of one step, and changed only from what was seen. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { Uuid } from '@bbws/domain/identifiers';
import { UtcTimestamp } from '@bbws/domain/timestamp';
import * as v from 'valibot';
import { ifConditionHolds } from './conditional.ts';
import { makeExpression } from './expression.ts';
import { writerKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Table } from './table.ts';
import { WriterRegion } from './writer-region.ts';

const WriterFlag = v.object({
  /** The region that writes, or `none` while the right to write is moved. */
  region: WriterRegion,
  /** Since when; absent when nobody has moved it since it was made. */
  changedAt: v.optional(UtcTimestamp),
  /** Who wrote before: whose queues a move has to drain. */
  previous: v.optional(WriterRegion),
  /** Names the write that set it, so that a retry recognises its own. */
  writeId: v.optional(Uuid),
});
export type WriterFlag = Readonly<v.InferOutput<typeof WriterFlag>>;

export type FlagMove = {
  /** The flag as it was read; the move holds only while it is so. `undefined`: there was none. */
  readonly seen: WriterFlag | undefined;
  /** The region that writes from now on, or `none`. */
  readonly region: string;
  readonly previous?: string | undefined;
  /** UTC time. */
  readonly at: string;
  /** A fresh UUID. */
  readonly writeId: string;
};

/**
 * The flag in this replica of the table; `undefined` when nobody has ever said who writes. Throws `ItemError`.
 * Table, consistent GetItem of one small item: one read unit.
 */
export const readWriterFlag =
  ({ client, name }: Table) =>
  async (): Promise<WriterFlag | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: writerKey, ConsistentRead: true }),
    );
    return Item && parseItem(WriterFlag, Item, 'The writer region');
  };

/**
 * Moves the flag unless somebody else did since it was read: the flag as it is then, or `undefined`. A retry that meets
 * its own write has succeeded. The condition holds in this replica alone: of two moves in two regions the later wins.
 * Throws `ItemError` for what is neither a region nor `none`.
 * Table, conditional PutItem: one write unit; when the condition fails a consistent read.
 */
export const moveWriterFlag =
  (table: Table) =>
  async ({ seen, region, previous, at, writeId }: FlagMove): Promise<WriterFlag | undefined> => {
    const flag = parseItem(
      WriterFlag,
      { region, changedAt: at, writeId, ...(previous !== undefined && { previous }) },
      'The writer region',
    );
    const moved = await ifConditionHolds(
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...writerKey, ...flag },
          ...isAsSeen(seen),
        }),
      ),
    );
    if (moved) return flag;
    const present = await readWriterFlag(table)();
    return present?.writeId === writeId ? present : undefined;
  };

const isAsSeen = (seen: WriterFlag | undefined) => {
  const x = makeExpression();
  const same = (name: string, value: string | undefined) =>
    value === undefined
      ? `attribute_not_exists(${x.path(name)})`
      : `${x.path(name)} = ${x.value(value)}`;
  const conditions = seen
    ? [
        same('region', seen.region),
        same('changedAt', seen.changedAt),
        same('writeId', seen.writeId),
      ]
    : [same('PK', undefined)];
  return { ConditionExpression: conditions.join(' AND '), ...x.attributes() };
};
