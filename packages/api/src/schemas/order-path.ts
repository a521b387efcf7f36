/** Path of a single order. */
import { OrderId } from '@bbws/domain/identifiers';
import * as v from 'valibot';

export const OrderPath = v.object({
  orderId: v.pipe(
    OrderId,
    v.description('Id of the order, a UUID in lower case.'),
    v.metadata({ example: '0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11' }),
  ),
});
