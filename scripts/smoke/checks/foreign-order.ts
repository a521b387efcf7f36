/** An order of another tenant answers as one that does not exist: the same bytes. */
import { expectAnswer } from '../answer.ts';
import { NotChecked } from '../outcome.ts';
import { expectSame } from '../same-as-unknown.ts';
import type { Check, Smoke, User } from '../smoke.ts';
import { mayReadAll } from './foreign-list.ts';

type Pair = { readonly user: User; readonly orderId: string; readonly isOurs: boolean };

/** Who asks for whose order. Only one of our own is ever tried to be changed. */
const pairsOf = ({ user, stranger, foreignOrderId, notes }: Smoke): Pair[] =>
  [
    ...(foreignOrderId === undefined ? [] : [{ user, orderId: foreignOrderId, isOurs: false }]),
    ...(stranger && notes.placed
      ? [{ user: stranger, orderId: notes.placed.orderId, isOurs: true }]
      : []),
  ].filter((pair) => !mayReadAll(pair.user));

const compare = async (smoke: Smoke, { user, orderId, isOurs }: Pair): Promise<void> => {
  const { api, newId } = smoke;
  const requests = [
    ['GET', '', undefined],
    ['GET', '/invoice', undefined],
    ...(isOurs ? ([['PUT', '', { status: 'cancelled' }]] as const) : []),
  ] as const;
  for (const [method, rest, body] of requests) {
    const ask = (id: string) =>
      api.call(method, `/v1.0/orders/${id}${rest}`, { token: user.token, body });
    const unknown = await ask(newId());
    // Whose groups may set no status is told so before anything is looked for.
    if (unknown.status !== 403 || method !== 'PUT') expectAnswer(unknown, 404, 'ORDER_NOT_FOUND');
    expectSame(await ask(orderId), unknown);
  }
};

export const foreignOrder: Check = {
  name: "another tenant's order",
  expects: '404 ORDER_NOT_FOUND, the same bytes as for an unknown order',
  run: async (smoke) => {
    const { api, user, newId } = smoke;
    const path = `/v1.0/orders/${newId()}`;
    expectAnswer(await api.call('GET', path, { token: user.token }), 404, 'ORDER_NOT_FOUND');
    const pairs = pairsOf(smoke);
    if (pairs.length === 0)
      throw new NotChecked('an unknown order is 404; for a foreign one give --other-token');
    for (const pair of pairs) await compare(smoke, pair);
    return undefined;
  },
};
