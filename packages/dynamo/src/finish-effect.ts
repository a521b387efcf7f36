/** What becomes of a claimed effect: done, or given back. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ifConditionHolds } from './conditional.ts';
import { effectExpiry, keyOf, type Effect } from './effect.ts';
import { makeExpression } from './expression.ts';
import type { Table } from './table.ts';

export type Done = {
  readonly token: string;
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  /** What SES called the mail; absent when the effect was found superseded and left out. */
  readonly messageId?: string | undefined;
};

/**
 * Marks the effect done; false when the lease ran out and somebody else has claimed it since.
 * Table, conditional UpdateItem: one write unit.
 */
export const finishEffect =
  (table: Table) =>
  async (effect: Effect, { token, now, messageId }: Done): Promise<boolean> =>
    changeOwn(table, effect, token, {
      doneAt: new Date(now).toISOString(),
      messageId,
      expiresAt: effectExpiry(now),
    });

/**
 * Gives a claim back, because the effect was refused for certain: the next attempt need not wait for the lease.
 * Table, conditional UpdateItem: one write unit.
 */
export const releaseEffect =
  (table: Table) =>
  async (effect: Effect, token: string): Promise<boolean> =>
    changeOwn(table, effect, token, { leaseUntil: 0 });

const changeOwn = async (
  table: Table,
  effect: Effect,
  token: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<boolean> => {
  const x = makeExpression();
  const updated = await ifConditionHolds(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keyOf(effect),
        UpdateExpression: `SET ${x.assignments(fields)}`,
        ConditionExpression: `${x.path('token')} = ${x.value(token)}`,
        ...x.attributes(),
      }),
    ),
  );
  return updated !== undefined;
};
