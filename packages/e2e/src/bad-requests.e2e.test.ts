import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeTokenIssuer } from '@bbws/local-aws/token-issuer';
import type { LocalService } from '@bbws/local-aws/service';
import { makePortal, orderBody } from './testing/portal.ts';
import { startIsolated } from './testing/start-isolated.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startIsolated();
});
afterAll(() => service.close());

/** How many orders the tenant has. */
const ordersOf = async (tenantId: string): Promise<unknown> => {
  const portal = await makePortal(service, tenantId);
  const { data } = await portal.call('GET', `/v1.0/tenants/${tenantId}/orders`);
  return data['orders'];
};

describe('A request that is wrong', () => {
  test.each([
    ['is not JSON', '{"cartId": ', 400, 'INVALID_JSON', []],
    ['is empty', '', 400, 'INVALID_JSON', []],
    ['is text', '"order"', 400, 'INVALID_REQUEST', ['']],
    [
      'has an unknown property',
      orderBody({ tenantId: 'x' }),
      400,
      'INVALID_REQUEST',
      ['/tenantId'],
    ],
    ['names no cart', orderBody({ cartId: undefined }), 400, 'INVALID_REQUEST', ['/cartId']],
    [
      'has a bad e-mail address',
      orderBody({ customerEmail: 'a@example.com, b@example.com' }),
      400,
      'INVALID_REQUEST',
      ['/customerEmail'],
    ],
    [
      'has 200 KB',
      JSON.stringify(orderBody({ note: 'x'.repeat(200_000) })),
      413,
      'PAYLOAD_TOO_LARGE',
      [],
    ],
  ])(
    'in that its body %s is refused clearly, and nothing is written',
    async (what, body, status, code, paths) => {
      const tenantId = `tenant-${what.replaceAll(' ', '-')}`;
      const portal = await makePortal(service, tenantId);

      const reply = await portal.call('POST', '/v1.0/orders', { body });

      expect({ status: reply.status, code: reply.code }).toEqual({ status, code });
      expect(reply.errors.map(({ path }) => path)).toEqual(paths);
      expect(reply.headers.get('content-type')).toBe('application/problem+json');
      expect(await ordersOf(tenantId)).toEqual([]);
    },
  );

  test('shows no stack, file or address of ours', async () => {
    const portal = await makePortal(service, 'tenant-curious');

    const { text } = await portal.call('POST', '/v1.0/orders', { body: '{"__proto__": {"x": 1}' });

    expect(text).not.toMatch(/ at |\.mjs|\.ts|127\.0\.0\.1|node:/);
  });
});

describe('A token that is wrong', () => {
  const list = async (authorization: Record<string, string>) => {
    const portal = await makePortal(service, 'tenant-token');
    const { status, code } = await portal.call('GET', '/v1.0/tenants/tenant-token/orders', {
      headers: authorization,
    });
    return { status, code };
  };
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  const unauthorized = { status: 401, code: 'UNAUTHORIZED' };

  test('is refused when another issuer made it', async () => {
    const other = await makeTokenIssuer();

    expect(await list(bearer(await other.issue({ tenantId: 'tenant-token' })))).toEqual(
      unauthorized,
    );
  });

  test('is refused when it has expired', async () => {
    const token = await service.token({ tenantId: 'tenant-token', expiresInSeconds: -60 });

    expect(await list(bearer(token))).toEqual(unauthorized);
  });

  test.each([
    ['missing', {}],
    ['no token', { Authorization: 'Bearer nonsense' }],
  ])('is refused when it is %s', async (_, headers) => {
    expect(await list({ Authorization: '', ...headers })).toEqual(unauthorized);
  });

  test('is refused when it names no tenant', async () => {
    const token = await service.token({ omitTenant: true });

    expect(await list(bearer(token))).toEqual({ status: 403, code: 'TENANT_MISSING' });
  });

  test.each(['tenant#1', 'tenant/1', '', 'x'.repeat(65)])(
    'is refused when its tenant is %p',
    async (tenantId) => {
      const token = await service.token({ tenantId });

      expect(await list(bearer(token))).toEqual({ status: 403, code: 'TENANT_MISSING' });
    },
  );
});
