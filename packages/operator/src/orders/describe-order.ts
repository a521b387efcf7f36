/** An order in words, for operators: its way so far and what is still to come. Nothing personal. */
import type { Order, StatusChange } from '@bbws/domain/order';
import type { OrderEvent } from '@bbws/domain/order-event';
import type { EffectFact } from '@bbws/dynamo/list-effects';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { operator } from '@bbws/domain/order-life';

export type OrderFacts = {
  readonly stored: StoredOrder;
  readonly effects: readonly EffectFact[];
  /** Whether the object of the noted invoice is in the bucket; absent when none is noted. */
  readonly invoiceExists?: boolean | undefined;
};

/** A line per fact, in the order in which they happened. */
export const describeOrder = ({ stored, effects, invoiceExists }: OrderFacts): string[] => {
  const { order, outbox, unknownEvents = [], outboxDueAt } = stored;
  return [
    `Order ${order.orderNumber} (${order.id}) of tenant ${order.tenantId}`,
    field('stage', `${order.stage}${order.active ? '' : ', HIDDEN'}`),
    ...(order.erasedAt === undefined ? [] : [field('erased', order.erasedAt)]),
    ...(order.stage === 'rejected'
      ? [field('rejected', `${order.rejection.code}: ${order.rejection.message}`)]
      : []),
    field('status', `${order.status}, version ${order.version}`),
    field('cart', order.cartId),
    ...order.statusHistory.map((change, index) =>
      field(index === 0 ? 'history' : '', entry(change)),
    ),
    field('invoice', invoice(order, invoiceExists)),
    ...list('mails', effects.map(mail)),
    ...(order.customerEmailRefusedAt === undefined
      ? []
      : [field('', `the customer’s address was refused at ${order.customerEmailRefusedAt}`)]),
    ...list('outbox', [...outbox.map(event), ...unknownEvents.map(newer)]),
    ...(outboxDueAt === undefined ? [] : [field('', `looked at again from ${outboxDueAt}`)]),
  ];
};

const field = (name: string, value: string): string => `  ${name.padEnd(9)} ${value}`;

const list = (name: string, values: readonly string[]): string[] =>
  values.length === 0
    ? [field(name, 'none')]
    : values.map((value, index) => field(index === 0 ? name : '', value));

const entry = ({ version, at, status, by }: StatusChange): string =>
  `${String(version).padStart(3)}  ${at}  ${status.padEnd(10)}  ${actor(by)}`;

/** A token's subject stands for a person. */
const actor = (by: string): string =>
  by === operator || by.startsWith('system:') ? by : 'a user of the tenant';

const invoice = (order: Order, exists: boolean | undefined): string => {
  if (order.stage !== 'recorded' || !order.pdf) return 'none';
  const { key, renderedAt, orderVersion } = order.pdf;
  const missing = exists === false ? ', MISSING in the bucket' : '';
  return `${key}${missing}, of version ${orderVersion}, rendered at ${renderedAt}`;
};

const mail = ({ name, version, doneAt, messageId, leaseUntil }: EffectFact): string => {
  const which = version === undefined ? name : `${name} of version ${version}`;
  if (doneAt === undefined)
    return `${which}: not sent; claimed until ${new Date(leaseUntil).toISOString()}`;
  return messageId === undefined
    ? `${which}: left out at ${doneAt}, superseded`
    : `${which}: sent at ${doneAt}, message ${messageId}`;
};

const newer = (id: string): string => `${id}: written by newer code, which this code does not know`;

const event = ({ type, orderVersion, occurredAt }: OrderEvent): string =>
  `${type} of version ${orderVersion}, ${occurredAt}: not known to have arrived`;
