/** Claims an order's outbox: of several sweepers that see it due, one publishes it. */
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Uuid } from '@bbws/domain/identifiers';
import * as v from 'valibot';
import { ifConditionHolds } from './conditional.ts';
import { makeExpression } from './expression.ts';
import { orderKey, outboxKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import { parseStoredOrder, type StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';

export type OutboxClaim = {
  /** The order as it was read. */
  readonly seen: StoredOrder;
  /** UTC time from which somebody else may claim the outbox, if it still has events then. */
  readonly dueAt: string;
  /** A fresh UUID, which tells this claim from one that moves the outbox to the same millisecond. */
  readonly claimId: string;
};

const Claimed = v.object({ outboxClaim: v.optional(Uuid) });

/**
 * Moves the due time of the order's outbox unless it was moved or emptied since the order was read: the order as it is
 * then, its outbox with whatever was added meanwhile; `undefined` when it is somebody else's, or nobody's any more. A
 * retry that meets its own claim has it. Leaves `version` alone.
 * Table, conditional UpdateItem: one write unit per KB of the order (about 3 for 10 lines), two for the outbox index;
 * when the condition fails a consistent read.
 */
export const claimOutbox =
  (table: Table) =>
  async ({ seen, dueAt, claimId }: OutboxClaim): Promise<StoredOrder | undefined> => {
    if (seen.outboxDueAt === undefined) return undefined;
    const { tenantId, id } = seen.order;
    const Key = orderKey(tenantId, id);
    const x = makeExpression();
    const updated = await ifConditionHolds(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key,
          UpdateExpression: `SET ${x.assignments({ ...outboxKey(id, dueAt), outboxClaim: claimId })}`,
          ConditionExpression:
            `${x.path('GSI4_SK')} = ${x.value(outboxKey(id, seen.outboxDueAt).GSI4_SK)} AND ` +
            `size(${x.path('outbox')}) > ${x.value(0)}`,
          ...x.attributes(),
          ReturnValues: 'ALL_NEW',
        }),
      ),
    );
    if (updated) return parseStoredOrder(updated.Attributes);
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key, ConsistentRead: true }),
    );
    const { outboxClaim } = parseItem(Claimed, Item ?? {}, 'An order');
    return outboxClaim === claimId ? parseStoredOrder(Item) : undefined;
  };
