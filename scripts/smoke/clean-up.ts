/** Takes the orders of the run out of sight, as far as it can, and says what is left. */
import { OrderApiError, type OrderClient } from '@bbws/client';
import { faultOf } from '../lib/fault-of.ts';
import type { Answer } from './answer.ts';

export type CleanUpDeps = {
  readonly client: Pick<OrderClient, 'getOrder' | 'updateOrder'>;
  /** `pnpm order hide`; absent without access to the table. */
  readonly hide: ((orderId: string) => Promise<void>) | undefined;
};

const location = /\/v1\.0\/orders\/([0-9a-f-]{36})$/;

/** The orders that the answers tell of, also those that a wrong request has led to. */
export const placedIn = (answers: readonly Answer[]): string[] => [
  ...new Set(
    answers
      .filter(({ status }) => status === 202)
      .flatMap(({ headers }) => location.exec(headers.get('Location') ?? '')?.[1] ?? []),
  ),
];

/** What became of each order, in words. Never throws: what could not be done is said. */
export const cleanUp = async (
  deps: CleanUpDeps,
  orderIds: readonly string[],
): Promise<string[]> => {
  const lines: string[] = [];
  for (const id of orderIds) lines.push(`Order ${id}: ${await takeAway(deps, id)}`);
  return lines;
};

const takeAway = async ({ client, hide }: CleanUpDeps, id: string): Promise<string> => {
  if (hide) {
    try {
      await hide(id);
      return 'hidden. Its record, invoices and mails remain.';
    } catch (error) {
      return `not hidden (${faultOf(error)}); ${await end(client, id)}`;
    }
  }
  return end(client, id);
};

const byHand = 'Take it out of sight: pnpm order hide --env E --order';

/** Moves the order to where nothing follows any more: cancelled, or refunded when it was paid. */
const end = async (client: CleanUpDeps['client'], id: string): Promise<string> => {
  const remains = `it stays in its tenant's list, with its invoices and mails. ${byHand} ${id}`;
  try {
    const { order, etag } = await client.getOrder(id);
    const status = order.status === 'paid' ? 'refunded' : 'cancelled';
    if (order.status !== 'paid' && order.status !== 'pending') return `${order.status}; ${remains}`;
    await client.updateOrder(id, { status }, { ifMatch: etag });
    return `${status}; ${remains}`;
  } catch (error) {
    const why = error instanceof OrderApiError ? `${error.status} ${error.code}` : faultOf(error);
    return `not cancelled (${why}); ${remains}`;
  }
};
