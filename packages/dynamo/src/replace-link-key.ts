/** Gives an order another link key: every link to its invoice that was ever sent stops working. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { LinkKey } from '@bbws/domain/link-key';
import { ifConditionHolds } from './conditional.ts';
import { makeExpression } from './expression.ts';
import { orderKey } from './keys.ts';
import type { Table } from './table.ts';

/**
 * Replaces the key of a recorded order, hidden or not; false when there is no such order, or not yet. Beside the order
 * itself: its version stays as it is.
 * Table, conditional UpdateItem: one write unit per KB (about 3 for 10 lines).
 */
export const replaceLinkKey =
  ({ client, name }: Table) =>
  async (tenantId: TenantId, id: OrderId, linkKey: LinkKey): Promise<boolean> => {
    const x = makeExpression();
    const replaced = await ifConditionHolds(
      client.send(
        new UpdateCommand({
          TableName: name,
          Key: orderKey(tenantId, id),
          UpdateExpression: `SET ${x.assignments({ linkKey })}`,
          ConditionExpression: `${x.path('stage')} = ${x.value('recorded')}`,
          ...x.attributes(),
        }),
      ),
    );
    return replaced !== undefined;
  };
