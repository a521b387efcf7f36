/** A client of a Cart API of the test's own, and what it did beside asking. */
import { aTenantId } from '@bbws/domain/testing/builders';
import { observedMetrics } from '@bbws/lambda/testing/observed';
import { fetchCart, type CartClientDeps } from '../fetch-cart.ts';

/** Asks that Cart API for a tenant's carts; never pauses, and gives up on an answer after the time it is told. */
export const cartClient = (url: string, changes: Partial<CartClientDeps> = {}) => {
  const { metrics, counts } = observedMetrics();
  const pauses: number[] = [];
  const fetchOne = fetchCart({
    url,
    fetch,
    sign: undefined,
    timeoutSignal: (milliseconds) => AbortSignal.timeout(milliseconds),
    now: () => new Date(),
    random: () => 0.5,
    sleep: async (milliseconds) => void pauses.push(milliseconds),
    metrics,
    ...changes,
  });
  return {
    fetchOne: (cartId = 'cart-sample') => fetchOne(aTenantId('tenant-sample'), cartId),
    counts,
    pauses,
  };
};
