/**
 * The table of routes: read by the functions, by the local gateway and by whatever describes or deploys
 * the API. A route that is not here does not exist.
 */
import type { Route } from './route.ts';

export const createOrderRoute = {
  operationId: 'createOrder',
  method: 'POST',
  path: '/v1.0/orders',
  function: 'create',
  access: 'tenant',
  summary: 'Place an order',
} as const satisfies Route;

export const getOrderRoute = {
  operationId: 'getOrder',
  method: 'GET',
  path: '/v1.0/orders/{orderId}',
  function: 'get',
  access: 'tenant',
  summary: 'Read an order',
} as const satisfies Route;

export const updateOrderRoute = {
  operationId: 'updateOrder',
  method: 'PUT',
  path: '/v1.0/orders/{orderId}',
  function: 'update',
  access: 'tenant',
  summary: 'Change status and payment of an order',
} as const satisfies Route;

export const listOrdersRoute = {
  operationId: 'listOrders',
  method: 'GET',
  path: '/v1.0/tenants/{tenantId}/orders',
  function: 'list',
  access: 'tenant',
  summary: "List a tenant's orders, newest first",
} as const satisfies Route;

export const healthRoute = {
  operationId: 'health',
  method: 'GET',
  path: '/health',
  function: 'get',
  access: 'public',
  summary: 'Tell whether the service answers',
} as const satisfies Route;

export const routes: readonly Route[] = [
  createOrderRoute,
  getOrderRoute,
  updateOrderRoute,
  listOrdersRoute,
  healthRoute,
];
