/** PUT /v1.0/orders/{orderId} */
import * as v from 'valibot';
import type { Route } from '../route.ts';
import { OrderPath } from '../schemas/order-path.ts';
import { OrderAnswer } from '../schemas/order.ts';
import { changedOrderExample, updateOrderExample } from '../schemas/samples.ts';
import { IfMatch, UpdateOrderRequest } from '../update-order-request.ts';

export const updateOrderRoute = {
  operationId: 'updateOrder',
  method: 'PUT',
  path: '/v1.0/orders/{orderId}',
  function: 'update',
  access: 'tenant',
  tag: 'Orders',
  summary: 'Change status and payment of an order',
  description:
    'Moves: pending to paid, cancelled or failed; paid to processing or refunded; processing to completed or cancelled; ' +
    'completed to refunded. Writing what is so already changes nothing and answers 200. Send If-Match to be sure that ' +
    'nobody else changed the order since you read it.',
  request: {
    path: OrderPath,
    headers: v.object({ 'if-match': v.optional(IfMatch) }),
    body: { schema: UpdateOrderRequest, example: updateOrderExample },
  },
  responses: [
    {
      status: 200,
      description: 'The order after the change.',
      headers: ['ETag'],
      data: {
        schema: OrderAnswer,
        example: changedOrderExample,
      },
    },
  ],
  errors: [
    'INVALID_REQUEST',
    'INVALID_JSON',
    'STATUS_NOT_PERMITTED',
    'ORDER_NOT_FOUND',
    'ORDER_NOT_RECORDED',
    'STATUS_MOVE_FORBIDDEN',
    'ORDER_CHANGED',
    'ORDER_CHANGED_TOO_OFTEN',
    'VERSION_STALE',
    'PAYLOAD_TOO_LARGE',
    'NOT_THE_WRITER',
  ],
} as const satisfies Route;
