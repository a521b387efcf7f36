/** GET /v1.0/tenants/{tenantId}/orders */
import { TenantId } from '@bbws/domain/identifiers';
import * as v from 'valibot';
import { ListOrdersQuery } from '../list-orders-query.ts';
import type { Route } from '../route.ts';
import { OrderPageAnswer } from '../schemas/order.ts';
import { orderPageExample } from '../schemas/samples.ts';

export const listOrdersRoute = {
  operationId: 'listOrders',
  method: 'GET',
  path: '/v1.0/tenants/{tenantId}/orders',
  function: 'list',
  access: 'tenant',
  tag: 'Orders',
  summary: 'List a tenant’s orders, newest first',
  description:
    'Every page is full unless it is the last one, also under a filter. A token goes on where its page ended; it fits the ' +
    'caller and the query that it came from.',
  request: {
    path: v.object({
      tenantId: v.pipe(
        TenantId,
        v.description('The tenant of your token; order-admin may name any.'),
        v.metadata({ example: 'tenant-demo' }),
      ),
    }),
    query: ListOrdersQuery,
  },
  responses: [
    {
      status: 200,
      description: 'A page of orders.',
      data: { schema: OrderPageAnswer, example: orderPageExample },
    },
  ],
  errors: ['INVALID_REQUEST', 'INVALID_PAGE_TOKEN', 'TENANT_MISMATCH'],
} as const satisfies Route;
