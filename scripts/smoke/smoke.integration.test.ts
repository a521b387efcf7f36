import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startHttpServer } from '@bbws/local-aws/http-server';
import type { LocalService } from '@bbws/local-aws/service';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { root } from '../lib/root.ts';
import { runCommand } from '../testing/run-command.ts';
import { startFaulty } from './testing/faulty-stack.ts';
import type { Result } from './run-checks.ts';
import type { SmokeReport } from './smoke-test.ts';
import { smokeOf } from './testing/smoke-of.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startFaulty();
});
afterAll(() => service.close());

const outcomesOf = ({ results }: Pick<SmokeReport, 'results'>, outcome: Result['outcome']) =>
  results.filter((result) => result.outcome === outcome).map(({ name }) => name);

const Answered = v.object({
  data: v.optional(v.object({ status: v.string() })),
  code: v.optional(v.string()),
});
/** Status of an order as its own tenant sees it. */
const statusSeen = async (tenantId: string, orderId: string): Promise<unknown> => {
  const response = await fetch(`${service.apiUrl}/v1.0/orders/${orderId}`, {
    headers: { Authorization: `Bearer ${await service.token({ tenantId })}` },
  });
  const { data, code } = v.parse(Answered, await response.json());
  return data?.status ?? code;
};
const orderIn = (line = '') => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(line)?.[0] ?? '';

describe('The smoke test of a sound stack', () => {
  test('makes every check, and hides its order', async () => {
    const report = await smokeOf(service, { audited: true, tenantId: 'tenant-hidden' });

    expect(outcomesOf(report, 'ok')).toHaveLength(report.results.length);
    expect(report.remains).toEqual([expect.stringMatching(/: hidden\. Its record, invoices/)]);
    expect(await statusSeen('tenant-hidden', orderIn(report.remains[0]))).toBe('ORDER_NOT_FOUND');
  });

  test('seen from outside leaves out what nobody can see, and refunds its order', async () => {
    const report = await smokeOf(service, { inbox: false, tenantId: 'tenant-outside' });

    expect(outcomesOf(report, 'not checked')).toEqual(['mails', 'mail of the payment', 'audit']);
    expect(report.failures).toEqual([]);
    expect(report.remains).toEqual([expect.stringMatching(/: refunded; it stays in .*order hide/)]);
    expect(await statusSeen('tenant-outside', orderIn(report.remains[0]))).toBe('refunded');
  });

  test('by order-admin has somebody else look for its order', async () => {
    const report = await smokeOf(service, { groups: ['order-admin'] });

    expect(report.failures).toEqual([]);
    expect(outcomesOf(report, 'ok')).toContain("another tenant's order");
  });

  test('says of a cart that is wrong that its order was rejected', async () => {
    const { failures, ...report } = await smokeOf(service, { cartId: 'cart-wrong-sums' });

    expect(failures).toEqual([
      {
        name: 'recorded',
        expected: 'stage recorded within 10 s',
        seen: 'stage rejected: CART_SUMS_WRONG (is --cart right?)',
      },
    ]);
    expect(outcomesOf(report, 'not checked')).toContain('invoice');
    expect(report.remains).toEqual([expect.stringMatching(/: failed; it stays/)]);
  });
});

describe('pnpm smoke', () => {
  const smoke = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    runCommand('scripts/smoke.ts', args, env);
  const own = () => service.token({ tenantId: 'tenant-command' });

  test('passes, and prints neither tokens nor addresses of people', async () => {
    const [SMOKE_TOKEN, SMOKE_OTHER_TOKEN] = [await own(), await service.token()];

    const { code, stdout, stderr } = await smoke(
      ['--base-url', service.apiUrl, '--inbox-url', service.aws.inboxUrl],
      { SMOKE_TOKEN, SMOKE_OTHER_TOKEN },
    );

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ok {5}order placed +\d+ ms {2}ORD-\d{8}-\d{5}$/m);
    expect(stdout).toMatch(/^- {6}audit +not checked: needs access to table/m);
    expect(stdout).toMatch(/^23 checks passed, 0 failed, 1 not checked, in \d+\.\d s$/m);
    expect(stdout).not.toMatch(/@example|Bearer|eyJ/);
  });

  test('prints one object for machines', async () => {
    const { code, stdout } = await smoke([
      '--base-url',
      service.apiUrl,
      '--token',
      await own(),
      '--json',
    ]);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      tenantId: 'tenant-command',
      failed: 0,
      results: expect.arrayContaining([
        expect.objectContaining({ name: 'invoice', outcome: 'ok' }),
      ]),
      remains: [expect.stringContaining('refunded')],
    });
  });

  test('fails where something is not checked that the caller counts on', async () => {
    const maySkip = 'mails,mail of the payment,audit';
    const args = ['--base-url', service.apiUrl, '--may-skip', maySkip];
    const SMOKE_OTHER_TOKEN = await service.token({ tenantId: 'tenant-another' });

    const alone = await smoke(args, { SMOKE_TOKEN: await own() });
    const both = await smoke(args, { SMOKE_TOKEN: await own(), SMOKE_OTHER_TOKEN });

    expect(alone).toMatchObject({
      code: 1,
      stderr: "Not checked, and must be: another tenant's order\n",
    });
    expect(both).toMatchObject({ code: 0, stderr: '' });
  });

  test('fails when nobody answers, and asks for nothing more', async () => {
    const gone = await startHttpServer('nobody', 0, () => undefined);
    await gone.close();

    const ran = await smoke(['--base-url', gone.url, '--token', await own()]);

    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('seen      GET /health: ECONNREFUSED');
    expect(ran.stdout).toContain('0 checks passed, 1 failed, 23 not checked');
    expect(ran.stdout).not.toContain('order placed');
  });

  test('fails in time when an API takes every request and answers none', async () => {
    const silent = await startHttpServer('silence', 0, () => undefined);
    const started = performance.now();

    const args = ['--base-url', silent.url, '--token', await own(), '--timeout', '1'];
    const ran = await smoke(args);

    await silent.close();
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('seen      GET /health: no answer within 1 s');
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test('takes its order away when it is stopped', async () => {
    const child = spawn(
      process.execPath,
      ['scripts/smoke.ts', '--base-url', service.apiUrl, '--cart', 'cart-error'],
      { cwd: root, env: { PATH: process.env['PATH'], SMOKE_TOKEN: await own() } },
    );
    let printed = '';
    let isEnded = false;
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      // The cart of this order never comes: it waits to be recorded.
      if (!isEnded && printed.includes("another tenant's order")) isEnded = child.kill('SIGINT');
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);

    const [code] = await once(child, 'close');

    expect(code).toBe(130);
    expect(printed).toContain('Stopping, and taking the order away');
    expect(printed).toMatch(/^- +recorded +not checked: stopped$/m);
    expect(printed).toMatch(/: not cancelled \(409 ORDER_NOT_RECORDED\); it stays .*order hide/);
  });

  test.each([
    ['no token', ['--base-url', 'https://api-dev.bbws.io'], 'Give a token: SMOKE_TOKEN'],
    ['no cart', ['--base-url', 'https://api-dev.bbws.io', '--token', 'x'], '--cart is required'],
    ['a way that is open', ['--base-url', 'http://api-dev.bbws.io'], 'must begin with https://'],
    ['an address that is none', ['--base-url', 'api-dev.bbws.io'], '--base-url must be an address'],
    [
      'an API of others',
      ['--base-url', 'https://example.com', '--token', 'x', '--cart', 'c'],
      '--origin is required',
    ],
    [
      'no token but text',
      ['--base-url', 'http://127.0.0.1:1', '--token', 'x'],
      'The token is no ID token of a tenant',
    ],
    [
      'a check that there is not',
      ['--local', '--may-skip', 'mails,post'],
      '--may-skip: there is no check "post"',
    ],
    ['two APIs', ['--local', '--base-url', 'http://127.0.0.1:1'], '--local brings its own API'],
  ])('refuses %s', async (_, args, words) => {
    const { code, stderr } = await smoke(args);

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(words) });
  });

  test('refuses a token that has expired, and does not quote it', async () => {
    const token = await service.token({ expiresInSeconds: -60 });

    const { code, stderr } = await smoke(['--base-url', service.apiUrl, '--token', token]);

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^The token expired at \S+Z\. Get a new one\.\s$/),
    });
  });
});
