/** Takes back every link to an order's invoice that was ever mailed. */
import type { Order } from '@bbws/domain/order';
import { replaceLinkKey } from '@bbws/dynamo/replace-link-key';
import type { Table } from '@bbws/dynamo/table';
import { newLinkKey } from '@bbws/lambda/new-link-key';
import { Refusal } from '../refusal.ts';

/**
 * Gives the order another key: from then on no older link holds, and the next mail has a good one. One write.
 * @throws Refusal when the order is not recorded, and so has no links
 */
export const revokeLinks = async (
  table: Table,
  { tenantId, id, orderNumber, stage }: Order,
): Promise<void> => {
  if (!(await replaceLinkKey(table)(tenantId, id, newLinkKey())))
    throw new Refusal(`Order ${orderNumber} is ${stage}: no link to its invoice was ever sent.`);
};
