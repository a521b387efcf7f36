/** Asks a region's API whether it is well, as Route 53 does. */
import { faultOf } from '../lib/fault-of.ts';

/** Returns when it answers 200. @throws Error saying what it answered, or why it did not */
export const checkHealth = async (url: string): Promise<void> => {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(4_000),
  }).catch((error: unknown) => {
    throw new Error(`${url}: ${faultOf(error)}`, { cause: error });
  });
  await response.body?.cancel();
  if (response.status !== 200) throw new Error(`${url}: HTTP ${response.status}`);
};
