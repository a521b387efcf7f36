/** Forgets that an effect was made, so that the next message makes it again. */
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { ifConditionHolds } from './conditional.ts';
import { keyOf, type Effect } from './effect.ts';
import { makeExpression } from './expression.ts';
import type { Table } from './table.ts';

/**
 * Deletes the effect that was done at `doneAt` (UTC); false when it is not there, or was made at another time: somebody
 * else was first. A retry that meets its own write gives false as well.
 * Table, conditional DeleteItem: one write unit.
 */
export const forgetEffect =
  ({ client, name }: Table) =>
  async (effect: Effect, doneAt: string): Promise<boolean> => {
    const x = makeExpression();
    const deleted = await ifConditionHolds(
      client.send(
        new DeleteCommand({
          TableName: name,
          Key: keyOf(effect),
          ConditionExpression: `${x.path('doneAt')} = ${x.value(doneAt)}`,
          ...x.attributes(),
        }),
      ),
    );
    return deleted !== undefined;
  };
