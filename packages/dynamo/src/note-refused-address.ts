/** Notes on an order that its customer's address was refused for good (R-EVT-13). */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { ifConditionHolds } from './conditional.ts';
import { makeExpression } from './expression.ts';
import { orderKey } from './keys.ts';
import type { Table } from './table.ts';

/**
 * Notes the time unless an earlier one is noted: doing it again changes nothing. Leaves `version` alone, and every other
 * attribute. Throws when there is no such order.
 * @param at UTC time with milliseconds
 * Table, conditional UpdateItem: one write unit per KB (about 3 for 10 lines).
 */
export const noteRefusedAddress =
  ({ client, name }: Table) =>
  async (tenantId: TenantId, id: OrderId, at: string): Promise<void> => {
    const x = makeExpression();
    const refusedAt = x.path('customerEmailRefusedAt');
    const noted = await ifConditionHolds(
      client.send(
        new UpdateCommand({
          TableName: name,
          Key: orderKey(tenantId, id),
          UpdateExpression: `SET ${refusedAt} = if_not_exists(${refusedAt}, ${x.value(at)})`,
          ConditionExpression: `attribute_exists(${x.path('PK')})`,
          ...x.attributes(),
        }),
      ),
    );
    if (!noted) throw new Error('The order whose address was refused is not in the table');
  };
