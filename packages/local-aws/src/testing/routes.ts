/** Routes for tests: three behind a login, one open. */
import type { GatewayRoute } from '../gateway/gateway-route.ts';

export const testRoutes: readonly GatewayRoute[] = [
  {
    operationId: 'placeThing',
    method: 'POST',
    path: '/things',
    function: 'create',
    access: 'tenant',
  },
  {
    operationId: 'getThing',
    method: 'GET',
    path: '/things/{thingId}',
    function: 'get',
    access: 'tenant',
  },
  {
    operationId: 'updateThing',
    method: 'PUT',
    path: '/things/{thingId}',
    function: 'update',
    access: 'tenant',
  },
  { operationId: 'health', method: 'GET', path: '/health', function: 'get', access: 'public' },
];
