/** GET /v1.0/orders/{orderId} */
import type { Route } from '../route.ts';
import { OrderPath } from '../schemas/order-path.ts';
import { OrderAnswer } from '../schemas/order.ts';
import { orderExample } from '../schemas/samples.ts';

export const getOrderRoute = {
  operationId: 'getOrder',
  method: 'GET',
  path: '/v1.0/orders/{orderId}',
  function: 'get',
  access: 'tenant',
  tag: 'Orders',
  summary: 'Read an order',
  description:
    'The order as it is now. Right after it was placed its stage is accepted and its amounts are null. An order of another ' +
    'tenant answers as one that does not exist. Members of order-admin may read any tenant’s orders.',
  request: { path: OrderPath },
  responses: [
    {
      status: 200,
      description: 'The order.',
      headers: ['ETag'],
      data: { schema: OrderAnswer, example: orderExample },
    },
  ],
  errors: ['INVALID_REQUEST', 'ORDER_NOT_FOUND'],
} as const satisfies Route;
