/** Histories of orders, for tests. */
import type { StatusChange } from '../order.ts';
import type { OrderStatus } from '../order-status.ts';
import { sampleTime, sampleWriteId } from './builders.ts';

/** A history of statuses, a minute apart: each as it is, set by a user, or with who set it. */
export const aHistory = (
  ...entries: readonly (OrderStatus | readonly [OrderStatus, string])[]
): StatusChange[] =>
  entries.map((entry, index) => {
    const [status, by] = typeof entry === 'string' ? [entry, 'user-finance'] : entry;
    const at = new Date(Date.parse(sampleTime) + index * 60_000).toISOString();
    return { status, by, at, version: index + 1, writeId: sampleWriteId };
  });
