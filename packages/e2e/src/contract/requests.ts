/** Requests of the contract suite. */
import type { Route } from '@bbws/api/route';
import { aCreateOrderRequest } from '@bbws/api/testing/requests';
import type { LocalService } from '@bbws/local-aws/service';
import { linksInMail } from '../testing/mailed-invoice.ts';

/** A request that is right in itself, for every route. */
export const bodyOf = ({ operationId }: Route) =>
  operationId === 'createOrder'
    ? { body: aCreateOrderRequest() }
    : operationId === 'updateOrder'
      ? { body: { status: 'paid' } }
      : {};

/** The route's path with the id of that order. */
export const orderAt = (route: Route, orderId: string) => route.path.replace('{orderId}', orderId);

/** Path of a list of that tenant's orders. */
export const listAt = (tenant: string, query: string) => `/v1.0/tenants/${tenant}/orders${query}`;

/** Path of the link in the confirmation mail of an order. */
export const mailedLink = async (from: LocalService, orderId: string) => {
  const [address = ''] = await linksInMail(from, orderId);
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
};

/** Whether the route answers something about one order to whoever is signed in. */
export const readsOrder = ({ method, access, path }: Route): boolean =>
  method === 'GET' && access === 'tenant' && path.includes('{orderId}');
