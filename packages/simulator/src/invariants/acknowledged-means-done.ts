/** acknowledged-means-done: looked at in the moment in which a message is about to be deleted. */
import { listEffects } from '@bbws/dynamo/list-effects';
import { readOrder } from '@bbws/dynamo/read-order';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { tableOf } from '@bbws/dynamo/table';
import { OrderEvent } from '@bbws/domain/order-event';
import type { EffectName } from '@bbws/dynamo/effect';
import * as v from 'valibot';
import { subjectOf } from '../source/event-source.ts';
import type { Delivered, World } from '../world/world.ts';

export const acknowledgedMeansDone = {
  name: 'acknowledged-means-done',
  promise:
    'A message is acknowledged only when its effect is present, or it is in a dead-letter queue.',
} as const;

const Body = v.pipe(v.string(), v.parseJson(), OrderEvent);

/** Writes a breach into the history when the message has no effect. */
export const watchAcknowledged = async (world: World, delivered: Delivered): Promise<void> => {
  if (wasPutAside(world, delivered)) return;
  const event = v.safeParse(Body, delivered.message.Body);
  const missing = event.success
    ? await missingEffect(world, delivered, event.output)
    : 'it is no fact about an order';
  if (missing === undefined) return;
  world.stage.history.breaches.push({
    invariant: acknowledgedMeansDone.name,
    orderId: event.success ? event.output.orderId : undefined,
    message: `${delivered.functionName} acknowledged ${event.success ? event.output.type : 'a message'}: ${missing}`,
  });
};

const wasPutAside = ({ stage: { history } }: World, { message, invocation }: Delivered): boolean =>
  history
    .callsOf(invocation, subjectOf(message))
    .some(({ operation, took }) => operation === 'SendMessage' && took);

const missingEffect = async (
  world: World,
  { functionName, invocation }: Delivered,
  event: OrderEvent,
): Promise<string | undefined> => {
  const table = tableOf(world.aws.clients.dynamodb, world.aws.resources.tableName);
  const stored = await readOrder(table)(event.tenantId, event.orderId);
  if (!stored) return 'there is no such order';
  if (!stored.order.active) return undefined;
  if (functionName === 'record-creator')
    return stored.order.stage === 'accepted' ? 'the order is not completed' : undefined;
  if (functionName === 'pdf') return missingInvoice(stored, event);
  const name = dueMail(functionName, stored, event);
  if (name === undefined) return undefined;
  const version = name === 'customer-status' ? event.orderVersion : undefined;
  const effects = await listEffects(table)(event.tenantId, event.orderId);
  const effect = effects.find((one) => one.name === name && one.version === version);
  return effect?.doneAt !== undefined || wasSent(world, invocation, event.orderId)
    ? undefined
    : `no ${name} mail was sent`;
};

const missingInvoice = ({ order }: StoredOrder, event: OrderEvent): string | undefined => {
  if (event.type === 'order.status-changed' && !event.paymentChanged) return undefined;
  if (order.stage === 'recorded' && (order.pdf?.orderVersion ?? 0) >= event.orderVersion)
    return undefined;
  return 'no invoice of that version is noted';
};

const dueMail = (
  functionName: string,
  { order }: StoredOrder,
  event: OrderEvent,
): EffectName | undefined => {
  const recorded = order.stage === 'recorded';
  if (functionName === 'internal-notify')
    return recorded ? 'internal-recorded' : 'internal-rejected';
  if (event.type !== 'order.status-changed')
    return recorded ? 'customer-recorded' : 'customer-rejected';
  const position = order.statusHistory.findIndex(({ version }) => version === event.orderVersion);
  const change = order.statusHistory[position];
  const moved = change?.status !== order.statusHistory[position - 1]?.status;
  // A change that another one has overtaken is left out.
  return moved && change?.status === order.status ? 'customer-status' : undefined;
};

/** A mail that is sent and cannot be marked so is acknowledged: see once.ts. */
const wasSent = ({ stage: { history } }: World, invocation: number, orderId: string): boolean =>
  history
    .callsOf(invocation, orderId)
    .some(({ operation, took }) => operation === 'SendEmail' && took);
