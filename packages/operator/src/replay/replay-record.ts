/** Has an order recorded that is not: sends order.accepted again, and reopens a rejected order first. */
import type { RejectedOrder } from '@bbws/domain/order';
import type { OrderEvent } from '@bbws/domain/order-event';
import type { EffectName } from '@bbws/dynamo/effect';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { operatorChange, rounds } from '../operator-change.ts';
import { Refusal } from '../refusal.ts';
import { makeEvent } from './make-event.ts';
import {
  presentOrder,
  type OrderReference,
  type Replayed,
  type ReplayDeps,
  type ReplayOptions,
} from './replay-deps.ts';

/** The mails about a rejection: of a reopened order they are history, and must not keep a second rejection from being told. */
const rejectionMails: readonly EffectName[] = ['internal-rejected', 'customer-rejected'];

/**
 * Two reads, for a rejected order a write that reopens it, then one for each mail about its rejection, and a message.
 * Started again after it was cut short it goes on where it ended.
 * @throws Refusal for a recorded order, for one that was erased, and while a mail about the rejection is being sent
 */
export const replayRecord = async (
  deps: ReplayDeps,
  reference: OrderReference,
  { dryRun }: Pick<ReplayOptions, 'dryRun'>,
): Promise<Replayed> => {
  for (let round = 1; round <= rounds; round += 1) {
    const stored = await presentOrder(deps, reference);
    const { order } = stored;
    if (order.stage === 'recorded')
      throw new Refusal(
        `Order ${order.orderNumber} is recorded (${order.status}, version ${order.version}): there is nothing to record. ` +
          'To repeat what follows a record: --effect pdf, confirm or internal.',
      );
    if (order.erasedAt !== undefined)
      throw new Refusal(
        `Order ${order.orderNumber} was erased at ${order.erasedAt}: nobody could be told of its record.`,
      );
    if (order.stage === 'accepted')
      return announce(deps, stored, announcementOf(deps, stored), [], dryRun);
    await refuseWhileSending(deps, order);
    const reopening = `reopened: rejected (${order.rejection.code}) -> accepted, version ${order.version} -> ${order.version + 1}`;
    const event = { ...makeEvent(deps, 'order.accepted', order), orderVersion: order.version + 1 };
    if (dryRun) return announce(deps, stored, event, [reopening], true);
    const reopened = await reopen(deps, stored, order, event);
    if (reopened) return announce(deps, reopened, event, [reopening], false);
  }
  throw new Refusal('The order kept changing while it was reopened. Run the command again.');
};

/** A mail that is marked done after the reopening would keep a second rejection from being told. */
const refuseWhileSending = async (
  { listEffects, now }: ReplayDeps,
  { tenantId, id }: OrderReference,
): Promise<void> => {
  const effects = await listEffects(tenantId, id);
  const sending = effects.find(
    ({ name, doneAt, leaseUntil }) =>
      rejectionMails.includes(name) && doneAt === undefined && leaseUntil > now().getTime(),
  );
  if (sending)
    throw new Refusal(
      `Somebody is sending the mail about the rejection now, until ${new Date(sending.leaseUntil).toISOString()} at the latest.`,
    );
};

const reopen = (
  { reopenOrder }: ReplayDeps,
  { outboxDueAt }: StoredOrder,
  order: RejectedOrder,
  event: OrderEvent,
): Promise<StoredOrder | undefined> => {
  const { id: writeId, occurredAt: at } = event;
  const change = operatorChange(order, { status: 'pending', at, writeId });
  return reopenOrder({ order, change, event, outboxDueAt });
};

/** The order's own announcement, which its completion takes out of the outbox; another one where it is missing. */
const announcementOf = (deps: ReplayDeps, { order, outbox }: StoredOrder): OrderEvent =>
  outbox.find(({ type }) => type === 'order.accepted') ?? makeEvent(deps, 'order.accepted', order);

const announce = async (
  deps: ReplayDeps,
  { order }: StoredOrder,
  event: OrderEvent,
  before: readonly string[],
  dryRun: boolean,
): Promise<Replayed> => {
  const forgotten = await forgetRejectionMails(deps, order, dryRun);
  if (!dryRun) await deps.send('record-creator', event);
  return { steps: [...before, ...forgotten, `sent: ${event.type} to record-creator`] };
};

const forgetRejectionMails = async (
  { listEffects, forgetEffect }: ReplayDeps,
  { tenantId, id }: OrderReference,
  dryRun: boolean,
): Promise<string[]> => {
  const steps: string[] = [];
  for (const { name, doneAt } of await listEffects(tenantId, id)) {
    if (doneAt === undefined || !rejectionMails.includes(name)) continue;
    if (!dryRun) await forgetEffect({ tenantId, orderId: id, name }, doneAt);
    steps.push(`forgotten: ${name} of ${doneAt}, so that a second rejection is told as well`);
  }
  return steps;
};
