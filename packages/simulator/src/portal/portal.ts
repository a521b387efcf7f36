/** The portal of the simulation: places orders and changes them, and tries again as our client does, but without giving up. */
import { createOrderRoute } from '@bbws/api/routes/create-order';
import { updateOrderRoute } from '@bbws/api/routes/update-order';
import { aCreateOrderRequest } from '@bbws/api/testing/requests';
import { parseAnswer } from '@bbws/lambda/testing/api-answer';
import { gatewayEvent, type GatewayCall } from '@bbws/lambda/testing/gateway-event';
import * as v from 'valibot';
import type { History } from '../world/history.ts';
import type { Lambda } from '../world/lambda.ts';
import type { VirtualClock } from '../world/virtual-clock.ts';

export type PortalDeps = {
  readonly clock: VirtualClock;
  readonly lambda: Lambda;
  readonly history: History;
};

export type Wish = {
  readonly tenantId: string;
  /** Idempotency key of the order; also the name of its requests in fault plans. */
  readonly key: string;
  readonly cartId: string;
  readonly customerEmail: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Later changes, one after the other. */
  readonly changes: readonly Change[];
};

export type Change = {
  readonly status: 'paid' | 'processing' | 'completed' | 'cancelled' | 'refunded';
  /** Milliseconds after the change before it, or after the order was accepted. */
  readonly after: number;
};

const Response = v.object({ statusCode: v.number(), body: v.string() });
type Answer = { readonly status: number; readonly answer: ReturnType<typeof parseAnswer> };

const Placed = v.object({ orderId: v.string(), orderNumber: v.string() });
const Changed = v.object({ version: v.number(), status: v.string() });

/** Longest pause between two requests, in milliseconds. */
const longestPause = 60_000;

/** Places the order and makes its changes; ends when all is answered, or something is refused. Asks until then. */
export const visit = async (deps: PortalDeps, wish: Wish): Promise<void> => {
  await deps.clock.sleep(wish.at - deps.clock.now());
  const { tenantId, key, cartId } = wish;
  const statuses = wish.changes.map(({ status }) => status);
  deps.history.wishes.push({ tenantId, key, cartId, statuses });
  const orderId = await place(deps, wish);
  if (orderId === undefined) return;
  for (const change of wish.changes) {
    await deps.clock.sleep(change.after);
    if (!(await make(deps, wish, orderId, change))) return;
  }
};

const place = async (deps: PortalDeps, wish: Wish): Promise<string | undefined> => {
  const { tenantId, key, cartId, customerEmail } = wish;
  const answered = await answerOf(deps, 'create', key, {
    method: createOrderRoute.method,
    resource: createOrderRoute.path,
    headers: { 'idempotency-key': key },
    body: aCreateOrderRequest({ cartId, customerEmail }),
    claims: { 'custom:tenantId': tenantId, sub: 'user-simulated' },
  });
  if (answered.status !== 202) return undefined;
  const { orderId, orderNumber } = v.parse(Placed, answered.answer.data);
  deps.history.answers.push({
    at: deps.clock.now(),
    operation: 'create',
    tenantId,
    orderId,
    key,
    orderNumber,
  });
  return orderId;
};

const paymentOf = (key: string, at: number) => ({
  method: 'card',
  transactionId: `transaction-${key}`,
  paidAt: new Date(at).toISOString(),
});

/** True when the order is so now. */
const make = async (
  deps: PortalDeps,
  { tenantId, key }: Wish,
  orderId: string,
  { status }: Change,
): Promise<boolean> => {
  const paymentDetails = status === 'paid' ? paymentOf(key, deps.clock.now()) : undefined;
  const answered = await answerOf(deps, 'update', key, {
    method: updateOrderRoute.method,
    resource: updateOrderRoute.path,
    path: { orderId },
    body: { status, paymentDetails },
    claims: { 'custom:tenantId': tenantId, sub: 'user-simulated' },
  });
  if (answered.status !== 200) return false;
  const { version, status: orderStatus } = v.parse(Changed, answered.answer.data);
  deps.history.answers.push({
    at: deps.clock.now(),
    operation: 'update',
    tenantId,
    orderId,
    key,
    version,
    orderStatus,
    paymentDetails,
  });
  return true;
};

/** Worth another try: a fault of the service, an order that is not recorded yet, or a race that was lost. */
const isPassing = (answered: Answer): boolean =>
  answered.status >= 500 ||
  answered.answer.code === 'ORDER_NOT_RECORDED' ||
  answered.answer.code === 'ORDER_CHANGED';

const answerOf = async (
  { clock, lambda, history }: PortalDeps,
  functionName: 'create' | 'update',
  key: string,
  call: GatewayCall,
): Promise<Answer> => {
  const event = gatewayEvent(call);
  for (let attempt = 1; ; attempt += 1) {
    const invoked = await lambda.invoke(functionName, event, { about: key });
    const answered = invoked.outcome === 'answered' ? read(invoked.payload) : undefined;
    if (answered)
      history.statuses.set(answered.status, (history.statuses.get(answered.status) ?? 0) + 1);
    if (answered && !isPassing(answered)) return answered;
    await clock.sleep(Math.min(longestPause, 1_000 * 2 ** (attempt - 1)));
  }
};

const read = (payload: unknown): Answer => {
  const { statusCode, body } = v.parse(Response, payload);
  return { status: statusCode, answer: parseAnswer(body) };
};
