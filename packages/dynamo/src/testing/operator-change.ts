/** A change as an operator makes it: the next entry of the order's history. */
import { randomUUID } from 'node:crypto';
import type { Order } from '@bbws/domain/order';
import { operator } from '@bbws/domain/order-life';
import type { OperatorChange } from '../write-change.ts';

export const operatorChange = <Read extends Order>(
  order: Read,
  status: Order['status'] = order.status,
): OperatorChange<Read> => ({
  order,
  change: {
    status,
    at: '2026-11-20T11:00:00.000Z',
    by: operator,
    version: order.version + 1,
    writeId: randomUUID(),
  },
});
