/** Orders with a life behind them, and everything in its place: what an audit finds nothing wrong with. */
import { createHash } from 'node:crypto';
import type { OrderId } from '@bbws/domain/identifiers';
import type { Order } from '@bbws/domain/order';
import { mayMove, statusesAfter, type OrderStatus } from '@bbws/domain/order-status';
import {
  aLinkKey,
  anAcceptedOrder,
  anInvoiceNote,
  aPayment,
  aRecordedOrder,
  aRejectedOrder,
  aTenantId,
  sampleTime,
} from '@bbws/domain/testing/builders';
import { operator } from '@bbws/domain/order-life';

/** What may be done to an order after it was accepted. A status is what somebody sets it to. */
export type Deed =
  'record' | 'reject' | 'reopen' | 'hide' | 'show' | 'payment' | Exclude<OrderStatus, 'pending'>;

export type Life = {
  readonly stage: Order['stage'];
  readonly status: OrderStatus;
  readonly active: boolean;
  readonly history: Order['statusHistory'];
  /** Versions that an invoice shows: the record as issued, and every change of its payment. */
  readonly invoiced: readonly number[];
  readonly paid: boolean;
};

const timeOf = (version: number): string =>
  new Date(Date.parse(sampleTime) + (version - 1) * 60_000).toISOString();

const entry = (status: OrderStatus, version: number, by: string) => ({
  status,
  version,
  by,
  at: timeOf(version),
  writeId: `00000000-0000-4000-8000-${String(version).padStart(12, '0')}`,
});

export const acceptedLife: Life = {
  stage: 'accepted',
  status: 'pending',
  active: true,
  history: [entry('pending', 1, 'user-sample')],
  invoiced: [],
  paid: false,
};

/** The deeds that the service or an operator may do to the order now. */
export const possibleDeeds = ({ stage, status, active }: Life): readonly Deed[] => {
  const visibility: Deed = active ? 'hide' : 'show';
  if (stage === 'accepted') return ['record', 'reject', visibility];
  if (stage === 'rejected') return ['reopen', visibility];
  const next = statusesAfter(status).filter((each) => each !== 'pending');
  return [...next, ...(next.length > 0 ? ['payment' as const] : []), visibility];
};

/** The life after one more deed. */
export const afterDeed = (life: Life, deed: Deed): Life => {
  const version = life.history.length + 1;
  const then = (changes: Partial<Life>, by: string): Life => {
    const status = changes.status ?? life.status;
    return { ...life, ...changes, history: [...life.history, entry(status, version, by)] };
  };
  const invoiced = [...life.invoiced, version];
  switch (deed) {
    case 'record':
      return then({ stage: 'recorded', invoiced }, 'system:record-creator');
    case 'reject':
      return then({ stage: 'rejected', status: 'failed' }, 'system:record-creator');
    case 'reopen':
      return then({ stage: 'accepted', status: 'pending' }, operator);
    case 'hide':
    case 'show':
      return then({ active: deed === 'show' }, operator);
    case 'payment':
      return then({ paid: true, invoiced }, 'user-finance');
    case 'paid':
    case 'processing':
    case 'completed':
    case 'cancelled':
    case 'failed':
    case 'refunded':
      if (!mayMove(life.status, deed))
        throw new Error(`No order goes from ${life.status} to ${deed}`);
      // What is prepared or done is paid as before.
      return then(
        { status: deed, ...(deed !== 'processing' && deed !== 'completed' && { invoiced }) },
        'user-finance',
      );
  }
};

export const lifeOf = (...deeds: readonly Deed[]): Life => deeds.reduce(afterDeed, acceptedLife);

/** The order that has lived this life; `shown` is the version that its newest invoice shows. */
export const orderOf = (
  { stage, status, active, history, invoiced, paid }: Life,
  id: OrderId,
  shown = invoiced.at(-1),
): Order => {
  const last = history.at(-1);
  const common = {
    id,
    status,
    active,
    statusHistory: history,
    version: last?.version,
    dateLastUpdated: last?.at,
    lastUpdatedBy: last?.by,
  };
  if (stage === 'accepted') return anAcceptedOrder(common);
  if (stage === 'rejected') return aRejectedOrder(common);
  const key = invoiceKeyOf(id, shown ?? 0, invoiced[0]);
  const pdf = anInvoiceNote({ key, sha256: hashOf(key), orderVersion: shown });
  return aRecordedOrder({ ...common, pdf, ...(paid && { paymentDetails: aPayment() }) });
};

/** In these lives the bytes of an invoice are its key. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

export const invoiceKeyOf = (id: OrderId, version: number, asIssued: number | undefined): string =>
  `${aTenantId()}/orders/order_${id}${version === asIssued ? '' : `_v${version}`}.pdf`;

export const linkKeyOf = ({ stage }: Life) => (stage === 'recorded' ? { linkKey: aLinkKey() } : {});
