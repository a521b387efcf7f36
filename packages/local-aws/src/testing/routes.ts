/** Routes for tests: one behind a login, one open. */
import type { Route } from '@bbws/api/route';

export const testRoutes: readonly Route[] = [
  {
    operationId: 'placeThing',
    method: 'POST',
    path: '/things',
    function: 'create',
    access: 'tenant',
    summary: 'Place a thing',
  },
  {
    operationId: 'getThing',
    method: 'GET',
    path: '/things/{thingId}',
    function: 'get',
    access: 'tenant',
    summary: 'Read a thing',
  },
  {
    operationId: 'updateThing',
    method: 'PUT',
    path: '/things/{thingId}',
    function: 'update',
    access: 'tenant',
    summary: 'Change a thing',
  },
  {
    operationId: 'health',
    method: 'GET',
    path: '/health',
    function: 'get',
    access: 'public',
    summary: 'Tell whether it answers',
  },
];
