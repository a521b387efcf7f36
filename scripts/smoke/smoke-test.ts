/** The whole smoke test of one API: every check, and the clean-up, whatever comes of them. */
import { randomUUID } from 'node:crypto';
import { auditOrders } from '@bbws/audit/audit-orders';
import { OrderId } from '@bbws/domain/identifiers';
import { readMails } from '@bbws/local-aws/mails';
import { setVisibility, visibilityDeps } from '@bbws/operator/orders/set-visibility';
import * as v from 'valibot';
import { auditSources } from '../audit/audit-sources.ts';
import { businessTimeZone } from '../lib/business-time-zone.ts';
import type { Stack } from '../lib/connect.ts';
import { makeApi, type Api } from './api.ts';
import { claimsOf } from './claims.ts';
import { cleanUp, placedIn } from './clean-up.ts';
import { everyCheck } from './every-check.ts';
import { runChecks, type Result } from './run-checks.ts';
import type { Smoke, User } from './smoke.ts';
import type { Target } from './target.ts';
import { makeWait } from './wait.ts';

export type SmokeRequest = {
  readonly target: Omit<Target, 'connect' | 'close'>;
  readonly foreignOrderId?: string | undefined;
  /** Table, bucket and queues; absent where nobody can reach them. */
  readonly stack: Stack | undefined;
  readonly timeoutMs: number;
  /** Ends the checks; the clean-up is made all the same. */
  readonly signal: AbortSignal;
  /** Told of each check when it begins, and of its result. */
  readonly onStart?: ((name: string) => void) | undefined;
  readonly onResult?: ((result: Result) => void) | undefined;
};

export type SmokeReport = {
  readonly tenantId: string;
  readonly results: readonly Result[];
  /** What became of the orders, a line each. */
  readonly remains: readonly string[];
};

/** Longest wait for one answer, in milliseconds: an API function has 15 s, and a start. */
const requestMs = 20_000;
/** How long the clean-up may take. */
const cleanUpMs = 30_000;

const userOf = (api: Api, option: string, token: string): User => ({
  ...claimsOf(option, token, new Date()),
  token,
  client: api.clientOf(token),
});

/** @throws UsageError for a token that is none, before anything is placed */
export const smokeTest = async (request: SmokeRequest): Promise<SmokeReport> => {
  const { target, stack, timeoutMs, signal } = request;
  const { baseUrl, origin, inboxUrl } = target;
  const limits = { baseUrl, origin, requestMs: Math.min(requestMs, timeoutMs) };
  const api = makeApi({ ...limits, signal });
  const user = userOf(api, 'The token', target.token);
  const smoke: Smoke = {
    ...{ api, origin, user, foreignOrderId: request.foreignOrderId },
    stranger:
      target.otherToken === undefined
        ? undefined
        : userOf(api, 'The other token', target.otherToken),
    order: orderOf(target),
    readMails: inboxUrl === undefined ? undefined : () => readMails(inboxUrl),
    audit: stack && auditOf(stack, user, inboxUrl),
    wait: makeWait(timeoutMs, signal),
    newId: randomUUID,
    notes: {},
  };
  const results = await runChecks(smoke, everyCheck, request);

  const later = makeApi({ ...limits, signal: AbortSignal.timeout(cleanUpMs) });
  const hide = stack && hideIn(stack, user);
  const deps = { client: later.clientOf(target.token), hide };
  const remains = await cleanUp(deps, placedIn(api.answers));
  return { tenantId: user.tenantId, results, remains };
};

/** The customer is invented. */
const orderOf = ({ cartId, email }: Pick<Target, 'cartId' | 'email'>): Smoke['order'] => ({
  cartId,
  customerEmail: email,
  customerName: 'Smoke Test',
  billingAddress: {
    street: '1 Example Street',
    city: 'Cape Town',
    province: 'Western Cape',
    postalCode: '8001',
    country: 'ZA',
  },
});

const auditOf =
  (stack: Stack, { tenantId }: User, inboxUrl: string | undefined) =>
  (orderId: string) =>
    auditOrders(auditSources(stack, inboxUrl))({
      tenantId,
      orderIds: [v.parse(OrderId, orderId)],
      alone: true,
      timeZone: businessTimeZone(),
      // What is not done yet is named as missing: the check waits for it.
      settleMinutes: 0,
    });

const hideIn =
  ({ table }: Stack, { tenantId }: User) =>
  async (orderId: string): Promise<void> => {
    const deps = { ...visibilityDeps(table), newId: randomUUID, now: () => new Date() };
    await setVisibility(deps, { tenantId, id: v.parse(OrderId, orderId) }, false);
  };
