/** Hides an order, as support does by hand: the service itself never does (R-DAT-08). */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Order } from '@bbws/domain/order';
import { orderKey } from '../keys.ts';
import type { Table } from '../table.ts';

export const hideOrder = async (
  { client, name }: Table,
  { tenantId, id }: Pick<Order, 'tenantId' | 'id'>,
): Promise<void> => {
  await client.send(
    new UpdateCommand({
      TableName: name,
      Key: orderKey(tenantId, id),
      UpdateExpression: 'SET active = :no REMOVE GSI1_PK, GSI1_SK, GSI3_PK, GSI3_SK',
      ExpressionAttributeValues: { ':no': false },
    }),
  );
};
