/** The facts of orders with which nothing is wrong, for tests that break one of them. */
import { OrderId } from '@bbws/domain/identifiers';
import { aTenantId, sampleOrderId } from '@bbws/domain/testing/builders';
import type { EffectName } from '@bbws/dynamo/effect';
import type { EffectFact } from '@bbws/dynamo/list-effects';
import type { Listing } from '@bbws/dynamo/read-listed-order';
import * as v from 'valibot';
import type { MailFact, OrderFacts } from '../facts.ts';
import { hashOf, invoiceKeyOf, lifeOf, linkKeyOf, orderOf, type Deed, type Life } from './lives.ts';

const orderId = v.parse(OrderId, sampleOrderId);
/** The team's address in the local environment. */
const team = 'orders@example.com';

type Mailed = { readonly kind: EffectName; readonly version?: number };

/** The mails that this life has led to. */
const mailsOf = ({ history, stage }: Life): Mailed[] =>
  history.flatMap(({ status, version, by }, index): Mailed[] => {
    const before = history[index - 1];
    if (by === 'system:record-creator') {
      const what = status === 'failed' ? 'rejected' : 'recorded';
      return [{ kind: `internal-${what}` }, { kind: `customer-${what}` }];
    }
    return stage === 'recorded' && by === 'user-finance' && before?.status !== status
      ? [{ kind: 'customer-status', version }]
      : [];
  });

const nameOf = ({ kind, version = 0 }: Mailed): string => `message-${kind}-${version}`;

const effectOf = (mail: Mailed): EffectFact => ({
  name: mail.kind,
  ...(mail.version !== undefined && { version: mail.version }),
  leaseUntil: 0,
  doneAt: '2026-11-20T09:31:00.000Z',
  messageId: nameOf(mail),
});

const listingOf = ({ active, status }: Life): Listing => ({
  byDate: active,
  byId: true,
  byStatus: active ? [status] : [],
  inOutboxIndex: false,
  hasListKeys: active,
});

/**
 * The facts of an order with that life, all as they should be.
 * @param skipped versions whose invoice was never rendered, because a later one came first
 */
export const factsOf = (life: Life, skipped: ReadonlySet<number> = new Set()): OrderFacts => {
  const order = orderOf(life, orderId);
  const asIssued = life.invoiced[0];
  const latest = life.invoiced.at(-1);
  const rendered = life.invoiced.filter((version) => version === latest || !skipped.has(version));
  const mailed = mailsOf(life);
  return {
    tenantId: aTenantId(),
    orderId,
    stored: { order, outbox: [], ...linkKeyOf(life) },
    listing: listingOf(life),
    invoices: rendered
      .map((version) => invoiceKeyOf(orderId, version, asIssued))
      .map((key) => ({ key, sha256: hashOf(key) })),
    effects: [...new Map(mailed.map((mail) => [nameOf(mail), effectOf(mail)])).values()],
    mails: mailed.map((mail): MailFact => ({
      ...mail,
      messageId: nameOf(mail),
      to: mail.kind.startsWith('internal') ? team : order.customerEmail,
    })),
    waiting: [],
  };
};

/** The facts of an order to which these things were done after it was accepted. */
export const factsAfter = (...deeds: readonly Deed[]): OrderFacts => factsOf(lifeOf(...deeds));
