/** The cases of an exhaustive run: an order with its own tenant, key and cart, and the faults it meets. */
import { orderIdFor } from '@bbws/create/order-id';
import { TenantId } from '@bbws/domain/identifiers';
import * as v from 'valibot';
import type { Wish } from '../portal/portal.ts';
import type { CallRecord, History } from '../world/history.ts';
import type { Flow } from './flows.ts';
import { nameOfFault, type Point, type SingleFault } from './single-faults.ts';

export type Case = {
  readonly name: string;
  readonly flow: Flow;
  /** Those of the flow, and the one that is tried. */
  readonly faults: readonly SingleFault[];
  readonly tried?: SingleFault | undefined;
  readonly wish: Wish;
  readonly orderId: string;
};

/** @param at when the order is placed, in ms since 1970 */
export const makeCase = (flow: Flow, index: number, at: number, tried?: SingleFault): Case => {
  const key = `case-${index}`;
  const tenantId = `tenant-${key}`;
  return {
    name: `${flow.name}: ${tried ? nameOfFault(tried) : 'no fault'}`,
    flow,
    // The tried one first: it may hit a call that fails in the flow anyway.
    faults: [...(tried ? [tried] : []), ...(flow.already ?? [])],
    tried,
    wish: {
      tenantId,
      key,
      cartId: `${flow.cart}${key}`,
      customerEmail: `customer-${index}@example.com`,
      at,
      changes: flow.changes,
    },
    orderId: orderIdFor(v.parse(TenantId, tenantId), key),
  };
};

/** Everything that calls of the case may be about. */
export const subjectsOf = ({
  orderId,
  wish,
}: Case): readonly { readonly subject: string; readonly about: Point['about'] }[] => [
  { subject: orderId, about: 'order' },
  { subject: wish.key, about: 'request' },
  { subject: wish.cartId, about: 'cart' },
];

export const callsOf = (
  history: History,
  one: Case,
): (CallRecord & { readonly about: Point['about'] })[] =>
  subjectsOf(one).flatMap(({ subject, about }) =>
    history.callsAbout(subject).map((call) => ({ ...call, about })),
  );
