/** Claims an effect before it is made. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ifConditionHolds } from './conditional.ts';
import { effectExpiry, keyOf, StoredEffect, type Effect, type Lease } from './effect.ts';
import { makeExpression } from './expression.ts';
import { parseItem } from './parse-item.ts';
import type { Table } from './table.ts';

/** `claimed`: make the effect now. `done`: it has been made. `held`: somebody else is at it until `until` (ms since 1970). */
export type Claim =
  | { readonly outcome: 'claimed' }
  | { readonly outcome: 'done' }
  | { readonly outcome: 'held'; readonly until: number };

/**
 * Claims the effect unless it is done or another's lease still runs. A retry that meets its own claim has it.
 * Table, conditional PutItem: one write unit; when the condition fails a consistent read (one read unit).
 */
export const claimEffect =
  (table: Table) =>
  async (effect: Effect, { token, now, duration }: Lease): Promise<Claim> => {
    const x = makeExpression();
    const claimed = await ifConditionHolds(
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: {
            ...keyOf(effect),
            token,
            leaseUntil: now + duration,
            expiresAt: effectExpiry(now),
          },
          ConditionExpression:
            `attribute_not_exists(${x.path('PK')}) OR ` +
            `(attribute_not_exists(${x.path('doneAt')}) AND ${x.path('leaseUntil')} <= ${x.value(now)})`,
          ...x.attributes(),
        }),
      ),
    );
    return claimed ? { outcome: 'claimed' } : presentClaim(table, effect, token);
  };

const presentClaim = async (table: Table, effect: Effect, token: string): Promise<Claim> => {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keyOf(effect), ConsistentRead: true }),
  );
  const stored = parseItem(StoredEffect, Item, 'An effect');
  if (stored.doneAt !== undefined) return { outcome: 'done' };
  return stored.token === token
    ? { outcome: 'claimed' }
    : { outcome: 'held', until: stored.leaseUntil };
};
