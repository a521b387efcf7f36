/** POST /v1.0/orders */
import * as v from 'valibot';
import { CreateOrderRequest, IdempotencyKey } from '../create-order-request.ts';
import type { Route } from '../route.ts';
import { acceptanceExample, createOrderExample } from '../schemas/samples.ts';

export const createOrderRoute = {
  operationId: 'createOrder',
  method: 'POST',
  path: '/v1.0/orders',
  function: 'create',
  access: 'tenant',
  tag: 'Orders',
  summary: 'Place an order',
  description:
    'Accepts the order and answers its number at once; the order is then recorded from its cart, usually within seconds. ' +
    'Send an Idempotency-Key: the same key with the same body gives the same order, however often it is sent ' +
    'and whatever became of it: after a rejection take a new key.',
  request: {
    headers: v.object({ 'idempotency-key': v.optional(IdempotencyKey) }),
    body: { schema: CreateOrderRequest, example: createOrderExample },
  },
  responses: [
    {
      status: 202,
      description: 'The order is accepted. Follow Location to see it recorded.',
      headers: ['Location', 'Retry-After', 'Idempotent-Replayed'],
      data: {
        schema: v.strictObject({
          orderId: v.pipe(v.string(), v.uuid()),
          orderNumber: v.string(),
          status: v.picklist(['pending']),
          message: v.string(),
        }),
        example: acceptanceExample,
      },
    },
  ],
  errors: [
    'INVALID_REQUEST',
    'INVALID_JSON',
    'PAYLOAD_TOO_LARGE',
    'IDEMPOTENCY_KEY_REUSED',
    'NOT_THE_WRITER',
  ],
} as const satisfies Route;
