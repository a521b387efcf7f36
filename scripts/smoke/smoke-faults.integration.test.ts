// The smoke test against stacks with one fault each: it must fail, and say why.
import type { LocalService } from '@bbws/local-aws/service';
import type { HttpServer } from '@bbws/local-aws/http-server';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  failingOnBadInput,
  startBetween,
  startFaulty,
  swallowing,
  type Between,
  type Bundles,
} from './testing/faulty-stack.ts';
import { smokeOf, type Failure } from './testing/smoke-of.ts';

/** What fails when the service has these functions; everything else is right. */
const failuresWith = async (bundles: Bundles, options = {}): Promise<Failure[]> => {
  const service = await startFaulty(bundles);
  try {
    return (await smokeOf(service, options)).failures;
  } finally {
    await service.close();
  }
};

describe('A stack that', () => {
  test('makes no invoice fails at the invoice', async () => {
    const failures = await failuresWith({ pdf: swallowing });

    expect(failures).toEqual([
      {
        name: 'invoice',
        expected: 'an invoice within 10 s',
        seen: '409 INVOICE_NOT_READY',
      },
    ]);
  });

  test('sends the team no mail fails at the mails', async () => {
    const failures = await failuresWith({ 'internal-notify': swallowing });

    expect(failures).toEqual([
      {
        name: 'mails',
        expected: expect.stringMatching(
          /^one mail "New Order Received: ORD-\S+" to the team and "Order Confirmation: ORD-\S+" to the customer within 10 s$/,
        ),
        seen: 'the team 0, the customer 1',
      },
    ]);
  });

  test('sends the customer no mail fails in its audit, where no inbox can be read', async () => {
    const failures = await failuresWith(
      { 'customer-confirm': swallowing },
      { audited: true, inbox: false },
    );

    expect(failures).toEqual([
      {
        name: 'audit',
        expected: 'nothing wrong and nothing left to do in the audit of the order within 10 s',
        seen: 'mails-sent: customer-recorded: never sent. mails-sent: customer-status of version 3: never sent.',
      },
    ]);
  });

  test('fails itself on bad input fails there, and for its errors', async () => {
    const failures = await failuresWith({ create: failingOnBadInput });

    expect(failures.map(({ name }) => name)).toEqual([
      'bad input',
      'errors are problems',
      'no server errors',
    ]);
    expect(failures[0]).toMatchObject({
      expected: expect.stringContaining('400 INVALID_JSON for POST with half a JSON'),
      seen: expect.stringContaining('500 for POST with half a JSON'),
    });
    expect(failures[2]?.seen).toMatch(
      /^an error of ours on 500 of POST \/v1.0\/orders, and \d+ more/,
    );
  });
});

describe('A gateway that', () => {
  let service: LocalService;
  beforeAll(async () => {
    service = await startFaulty();
  });
  afterAll(() => service.close());

  const failuresBehind = async (between: Between): Promise<Failure[]> => {
    const proxy: HttpServer = await startBetween(service.apiUrl, between);
    try {
      return (await smokeOf(service, { baseUrl: proxy.url })).failures;
    } finally {
      await proxy.close();
    }
  };

  test('is a proxy that changes nothing fails nowhere', async () => {
    expect(await failuresBehind({})).toEqual([]);
  });

  test("shows foreign orders fails at another tenant's order", async () => {
    // Everybody is an administrator who reads: the mistake of a claim that is read from the wrong place.
    const failures = await failuresBehind({
      request: async (method, path, headers) => {
        if (method === 'GET' && path.startsWith('/v1.0/orders/') && headers.has('authorization')) {
          const token = await service.token({ tenantId: 'tenant-x', groups: ['order-admin'] });
          headers.set('authorization', `Bearer ${token}`);
        }
      },
    });

    expect(failures).toContainEqual({
      name: "another tenant's order",
      expected:
        "GET of another tenant's order answers what GET of an unknown one does, 404 ORDER_NOT_FOUND",
      seen: expect.stringMatching(/^200 for GET \/v1\.0\/orders\/[0-9a-f-]{36}$/),
    });
  });

  test('tells foreign orders by a header fails there as well', async () => {
    const failures = await failuresBehind({
      answer: (status, headers) => {
        if (status === 404) headers.set('x-tenant', String(headers.get('x-request-id')));
      },
    });

    expect(failures).toEqual([
      expect.objectContaining({
        name: "another tenant's order",
        seen: expect.stringMatching(/^404 ORDER_NOT_FOUND for GET .* in other words$/),
      }),
    ]);
  });

  test.each([
    ['sends no CORS headers', () => true, ['preflight', 'CORS on success', 'CORS on errors']],
    ['sends none on errors', (status: number) => status >= 400, ['CORS on errors']],
  ])('%s fails there', async (_, isStripped, names) => {
    const failures = await failuresBehind({
      answer: (status, headers) => {
        if (isStripped(status)) headers.delete('access-control-allow-origin');
      },
    });

    expect(failures.map(({ name }) => name)).toEqual(names);
    expect(failures.at(-1)).toMatchObject({
      expected: 'every error allows the origin of the portal',
      seen: expect.stringMatching(
        /^no Access-Control-Allow-Origin on 401 UNAUTHORIZED of GET .* more/,
      ),
    });
  });

  test.each([
    ['forgets ETags', 'etag', 'readable at once'],
    ['forgets where an order is', 'location', 'order placed'],
    ['forgets when to come back', 'retry-after', 'order placed'],
    ['lets answers be stored', 'cache-control', 'nothing is stored'],
    ['forgets request ids', 'x-request-id', 'request ids'],
  ])('%s fails there', async (_, header, name) => {
    const failures = await failuresBehind({ answer: (__, headers) => headers.delete(header) });

    expect(failures.map((failure) => failure.name)).toContain(name);
  });
});
