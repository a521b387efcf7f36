import { describe, expect, test } from '@jest/globals';
import { OrderId, type TenantId } from '@bbws/domain/identifiers';
import type { Order } from '@bbws/domain/order';
import {
  aLinkKey,
  anInvoiceNote,
  aRecordedOrder,
  aRejectedOrder,
  aTenantId,
  sampleOrderId,
} from '@bbws/domain/testing/builders';
import { linkLifetime, makeInvoiceLink } from '@bbws/lambda/invoice-link';
import { parseAnswer } from '@bbws/lambda/testing/api-answer';
import * as v from 'valibot';
import type { Deps } from './handler.ts';
import { get, getDeps, sampleNow } from './testing/get-deps.ts';

const invoiced = (changes: object = {}) => aRecordedOrder({ pdf: anInvoiceNote(), ...changes });
const anOrderId = (id: string = sampleOrderId) => v.parse(OrderId, id);
const otherOrderId = anOrderId('0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e12');

type Whose = { readonly tenantId?: TenantId; readonly id?: OrderId };

/** The token of a mail sent that many seconds ago, unless told otherwise for the sample order. */
const tokenOf = (whose: Whose = {}, linkKey = aLinkKey(), secondsAgo = 60) =>
  makeInvoiceLink(
    { tenantId: aTenantId(), id: anOrderId(), ...whose },
    linkKey,
    new Date(Date.parse(sampleNow) - secondsAgo * 1000),
  );

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

/** What somebody without login gets; `token` undefined leaves it out. */
const open = (deps: Deps, token: string | undefined, orderId = sampleOrderId, accept?: string) =>
  get(deps, {
    resource: '/v1.0/invoices/{orderId}',
    path: { orderId },
    claims: null,
    ...(token !== undefined && { query: { token } }),
    ...(accept !== undefined && { headers: { Accept: accept } }),
  });

describe('The link in a mail', () => {
  test('leads to a fresh address of the newest rendering', async () => {
    const response = await open(getDeps(invoiced()).deps, tokenOf());

    expect(response).toMatchObject({
      statusCode: 302,
      headers: { Location: `https://s3.example.com/${anInvoiceNote().key}?signed` },
      body: '',
    });
  });

  test('works beside the one of a second mail', async () => {
    const { deps } = getDeps(invoiced());

    const responses = await Promise.all(
      [600, 60].map((age) => open(deps, tokenOf({}, aLinkKey(), age))),
    );

    expect(responses.map(({ statusCode }) => statusCode)).toEqual([302, 302]);
  });

  test('shows a page that looks again while the invoice is not rendered', async () => {
    const response = await open(getDeps(aRecordedOrder()).deps, tokenOf());

    expect(response).toMatchObject({
      statusCode: 202,
      headers: { 'Content-Type': 'text/html; charset=utf-8', Refresh: '5', 'Retry-After': '5' },
    });
    expect(response.body).toContain('Your invoice is on its way');
  });

  test.each([
    ['the invoice', invoiced(), tokenOf()],
    ['the page that waits', aRecordedOrder(), tokenOf()],
    ['the page that refuses', invoiced(), 'nonsense'],
  ])('is kept by nobody on the way to %s, and told to nobody after it', async (_, order, token) => {
    const { headers } = await open(getDeps(order).deps, token, sampleOrderId, browser);

    expect(headers).toMatchObject({
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    });
  });

  test('leaves ids in the log, and neither token nor address', async () => {
    const { deps, lines } = getDeps(invoiced());
    const token = tokenOf();

    await open(deps, token);
    await open(deps, `${token}x`);

    expect(lines).toContainEqual(
      expect.objectContaining({ tenantId: 'tenant-sample', orderId: sampleOrderId }),
    );
    expect(JSON.stringify(lines)).not.toMatch(
      new RegExp(`${token}|s3\\.example|${aLinkKey()}|thandi`, 'i'),
    );
  });
});

const cutOff = tokenOf().slice(0, -4);
type Failure = {
  readonly what: string;
  readonly order?: Order;
  readonly token: string | undefined;
  readonly orderId?: string;
};

const failures: readonly Failure[] = [
  { what: 'has no token', token: undefined },
  { what: 'has an empty token', token: '' },
  { what: 'has a token that is none', token: 'nonsense' },
  { what: 'was cut off', token: cutOff },
  { what: 'was made for another order', token: tokenOf({ id: otherOrderId }) },
  { what: 'was made for another tenant', token: tokenOf({ tenantId: aTenantId('other') }) },
  { what: 'has expired', token: tokenOf({}, aLinkKey(), linkLifetime) },
  { what: 'was taken back', token: tokenOf({}, aLinkKey('o')) },
  { what: 'is for a hidden order', order: invoiced({ active: false }), token: tokenOf() },
  { what: 'is for a rejected order', order: aRejectedOrder(), token: tokenOf() },
  { what: 'is for an unknown order', order: invoiced({ id: otherOrderId }), token: tokenOf() },
  { what: 'names another order in its path', token: tokenOf(), orderId: otherOrderId },
  { what: 'names no order in its path', token: tokenOf(), orderId: 'ORD-20261120-00001' },
  { what: 'is in capitals', token: tokenOf(), orderId: sampleOrderId.toUpperCase() },
];

describe.each([
  ['a program', '*/*'],
  ['a browser', browser],
])('To %s, a link', (_, accept) => {
  const reference = () => open(getDeps(invoiced()).deps, 'nonsense', sampleOrderId, accept);

  test.each(failures)('that $what answers the same bytes', async (failure) => {
    const { deps } = getDeps(failure.order ?? invoiced());

    const response = await open(deps, failure.token, failure.orderId, accept);

    expect(response.statusCode).toBe(404);
    expect(response).toEqual(await reference());
  });
});

describe('A link that does not hold', () => {
  test('is a problem to a program', async () => {
    const { headers, body } = await open(getDeps(invoiced()).deps, 'nonsense');

    expect(headers['Content-Type']).toBe('application/problem+json');
    expect(parseAnswer(body).code).toBe('INVOICE_LINK_INVALID');
  });

  test('is a page to a browser', async () => {
    const { headers, body } = await open(getDeps(invoiced()).deps, 'x', sampleOrderId, browser);

    expect(headers['Content-Type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('This link is not valid (any more)');
  });

  test('asks the table when it is well-formed only', async () => {
    const asked: string[] = [];
    const { deps } = getDeps(invoiced(), {
      readOrder: async (tenantId, id) => void asked.push(`${tenantId} ${id}`),
    });

    await open(deps, cutOff);
    await open(deps, tokenOf(), otherOrderId);
    await open(deps, tokenOf({ tenantId: aTenantId('tenant-other') }));

    expect(asked).toEqual([`tenant-other ${sampleOrderId}`]);
  });
});
