/** GET /health */
import * as v from 'valibot';
import type { Route } from '../route.ts';

export const healthRoute = {
  operationId: 'health',
  method: 'GET',
  path: '/health',
  function: 'get',
  access: 'public',
  tag: 'Service',
  summary: 'Tell whether the service answers',
  description: 'Needs no login and shows no data. 503 when the table cannot be read.',
  request: {},
  responses: [
    {
      status: 200,
      description: 'The service answers.',
      data: { schema: v.strictObject({ status: v.picklist(['ok']) }), example: { status: 'ok' } },
    },
  ],
  errors: [],
} as const satisfies Route;
