import { describe, expect, test } from '@jest/globals';
import { routes } from './routes.ts';

describe('the routes', () => {
  test('have an operation each', () => {
    const operations = routes.map(({ operationId }) => operationId);

    const distinct = new Set(operations);

    expect(distinct.size).toBe(operations.length);
  });

  test('have a method and path each', () => {
    const requests = routes.map(({ method, path }) => `${method} ${path}`);

    const sorted = requests.toSorted();

    expect(sorted).toEqual([
      'GET /health',
      'GET /v1.0/orders/{orderId}',
      'GET /v1.0/tenants/{tenantId}/orders',
      'POST /v1.0/orders',
      'PUT /v1.0/orders/{orderId}',
    ]);
  });

  test('are public for the health check only', () => {
    const open = routes.filter(({ access }) => access === 'public');

    const paths = open.map(({ path }) => path);

    expect(paths).toEqual(['/health']);
  });
});
