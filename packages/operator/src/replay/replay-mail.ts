/** Has a mail about an order sent that was not, or sent once more. */
import type { Order } from '@bbws/domain/order';
import type { OrderEventType } from '@bbws/domain/order-event';
import { mayMove } from '@bbws/domain/order-status';
import type { Effect, EffectName } from '@bbws/dynamo/effect';
import type { EffectFact } from '@bbws/dynamo/list-effects';
import { Refusal } from '../refusal.ts';
import { makeEvent } from './make-event.ts';
import {
  presentOrder,
  type OrderReference,
  type Replayed,
  type ReplayDeps,
  type ReplayOptions,
} from './replay-deps.ts';

export type MailOptions = ReplayOptions & {
  /** Who is written to: the customer or the internal team. */
  readonly to: 'confirm' | 'internal';
  /** Version of the order whose change of status the customer is to be told; absent for confirmation or rejection. */
  readonly orderVersion?: number | undefined;
};

type MailPlan = {
  readonly functionName: string;
  readonly name: EffectName;
  readonly eventType: OrderEventType;
  readonly orderVersion: number;
  /** Version in the effect's key. */
  readonly version?: number;
};

/**
 * Sends the event that leads to the mail to its function alone. A mail that was sent is not sent again unless `again`:
 * then it is noted that the mail is sent once more on purpose, for the audit, and the effect is forgotten, if it is still
 * the one that was read. Two reads, two writes, one message.
 * @throws Refusal when no such mail is due, the order is hidden, or somebody is sending the mail now
 */
export const replayMail = async (
  deps: ReplayDeps,
  reference: OrderReference,
  options: MailOptions,
): Promise<Replayed> => {
  const { order } = await presentOrder(deps, reference);
  const plan = planOf(order, options);
  const effects = await deps.listEffects(order.tenantId, order.id);
  const effect = effects.find(
    ({ name, version }) => name === plan.name && version === plan.version,
  );
  const state = stateOf(effect, deps.now());
  if (state.kind === 'sending')
    throw new Refusal(`Somebody is sending this mail now, until ${state.until} at the latest.`);
  if (state.kind === 'done' && !options.again)
    return { steps: [], why: `${plan.name} was ${state.words}. Use --again to send it once more.` };

  const steps: string[] = [];
  if (state.kind === 'done') {
    if (!options.dryRun) await forget(deps, order, plan, state);
    steps.push(`forgotten: ${plan.name}, ${state.words}`);
  }
  const event = makeEvent(deps, plan.eventType, order, plan.orderVersion);
  if (!options.dryRun) await deps.send(plan.functionName, event);
  return { steps: [...steps, `sent: ${event.type} to ${plan.functionName}`] };
};

const planOf = (order: Order, { to, orderVersion }: MailOptions): MailPlan => {
  const { orderNumber, version, stage } = order;
  if (!order.active)
    throw new Refusal(
      `Order ${orderNumber} is hidden: nobody is written to about it. Show it first: pnpm order show --order ${order.id}`,
    );
  if (stage === 'accepted')
    throw new Refusal(
      `Order ${orderNumber} is accepted only: mails follow its record (--effect record).`,
    );
  if (orderVersion !== undefined) return statusMail(order, to, orderVersion);
  const [functionName, who] =
    to === 'confirm'
      ? (['customer-confirm', 'customer'] as const)
      : (['internal-notify', 'internal'] as const);
  return {
    functionName,
    name: `${who}-${stage}`,
    eventType: `order.${stage}`,
    orderVersion: version,
  };
};

const statusMail = (order: Order, to: MailOptions['to'], orderVersion: number): MailPlan => {
  const { orderNumber, statusHistory, status } = order;
  if (to === 'internal') throw new Refusal('The internal team is not told of changes of status.');
  const position = statusHistory.findIndex(({ version }) => version === orderVersion);
  const change = statusHistory[position];
  if (!change) throw new Refusal(`Order ${orderNumber} has no version ${orderVersion}.`);
  const before = statusHistory[position - 1]?.status;
  if (order.stage !== 'recorded' || !before || !mayMove(before, change.status))
    throw new Refusal(`Version ${orderVersion} of ${orderNumber} is no change of status.`);
  if (change.status !== status)
    throw new Refusal(
      `Order ${orderNumber} is no longer ${change.status} but ${status}: customers are told of the present status only.`,
    );
  const mail = { functionName: 'customer-confirm', name: 'customer-status' } as const;
  return { ...mail, eventType: 'order.status-changed', orderVersion, version: orderVersion };
};

type EffectState =
  | { readonly kind: 'open' }
  | { readonly kind: 'sending'; readonly until: string }
  | {
      readonly kind: 'done';
      readonly at: string;
      readonly messageId: string | undefined;
      readonly words: string;
    };

const stateOf = (effect: EffectFact | undefined, now: Date): EffectState => {
  if (!effect) return { kind: 'open' };
  const { doneAt: at, messageId, leaseUntil } = effect;
  if (at !== undefined) {
    const words =
      messageId === undefined ? 'left out as superseded' : `sent (message ${messageId})`;
    return { kind: 'done', at, messageId, words: `${words} at ${at}` };
  }
  return leaseUntil > now.getTime()
    ? { kind: 'sending', until: new Date(leaseUntil).toISOString() }
    : { kind: 'open' };
};

const forget = async (
  { forgetEffect, noteRepeat, now }: ReplayDeps,
  { tenantId, id: orderId }: OrderReference,
  { name, version }: MailPlan,
  { at, messageId }: Extract<EffectState, { kind: 'done' }>,
): Promise<void> => {
  const effect: Effect = { tenantId, orderId, name, version };
  // Before the effect goes: afterwards nobody knows what the mail was called.
  if (messageId !== undefined) await noteRepeat(effect, { messageId, now: now().getTime() });
  if (!(await forgetEffect(effect, at)))
    throw new Refusal('Somebody else replayed this mail at the same time.');
};
