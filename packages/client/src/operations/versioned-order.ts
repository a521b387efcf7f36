/** An order and its version, from an answer. */
import type { Order, VersionedOrder } from '../types.ts';

/** The ETag is the version in quotes, also when a proxy dropped the header. */
export const versionedOrder = (order: Order, { headers }: Response): VersionedOrder => ({
  order,
  etag: headers.get('ETag') ?? `"${order.version}"`,
});
