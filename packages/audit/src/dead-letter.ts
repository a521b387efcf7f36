/** A message in a dead-letter queue, without its body. */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';

export type DeadLetter = {
  readonly messageId: string;
  /** Name of the function that reads the queue. */
  readonly queue: string;
  readonly eventType?: string | undefined;
  /** Why it is there: a code. */
  readonly reason?: string | undefined;
  /** Whose it is; absent when its body names no order. */
  readonly tenantId?: TenantId | undefined;
  readonly orderId?: OrderId | undefined;
  readonly orderVersion?: number | undefined;
};
