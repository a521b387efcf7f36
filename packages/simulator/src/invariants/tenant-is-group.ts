/** tenant-is-group: looked at when a fact is published. */
import * as v from 'valibot';
import { orderIn } from '../calls/describe-call.ts';
import type { History } from '../world/history.ts';

export const tenantIsGroup = {
  name: 'tenant-is-group',
  promise:
    'Every fact is published with its tenant as message group, so that queues can be fair to the others.',
} as const;

const Published = v.object({ Message: v.string(), MessageGroupId: v.optional(v.string()) });

/** Writes a breach into the history when the message group is not the tenant. */
export const watchPublished = ({ breaches }: History, input: unknown): void => {
  const published = v.safeParse(Published, input);
  const event = published.success ? orderIn(published.output.Message) : undefined;
  if (!event || !published.success) return;
  const group = published.output.MessageGroupId;
  if (group === event.tenantId) return;
  breaches.push({
    invariant: tenantIsGroup.name,
    orderId: event.orderId,
    message: `a fact was published with the message group ${group ?? 'none'}`,
  });
};
