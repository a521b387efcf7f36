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

/** Path of the link in the confirmation mail of an order. */
export const mailedLink = async (from: LocalService, orderId: string) => {
  const [address = ''] = await linksInMail(from, orderId);
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
};
