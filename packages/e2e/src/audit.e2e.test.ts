import { randomUUID } from 'node:crypto';
import { anEvent } from '@bbws/domain/testing/builders';
import type { LocalService } from '@bbws/local-aws/service';
import { setVisibility, visibilityDeps } from '@bbws/operator/orders/set-visibility';
import { replayInvoice } from '@bbws/operator/replay/replay-invoice';
import { replayMail } from '@bbws/operator/replay/replay-mail';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditTenant, damages, replays } from './testing/audited.ts';
import { makePortal } from './testing/portal.ts';
import { settled } from './testing/queues.ts';
import { startIsolated } from './testing/start-isolated.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startIsolated();
});
afterAll(() => service.close());

type Portal = Awaited<ReturnType<typeof makePortal>>;

const move = async ({ call }: Portal, orderId: string, status: string): Promise<void> => {
  const { status: answered } = await call('PUT', `/v1.0/orders/${orderId}`, { body: { status } });
  expect(answered).toBe(200);
};

/** An order of a fresh tenant that is recorded and paid, with everything that this leads to. */
const paidOrder = async () => {
  const tenantId = `tenant-${randomUUID()}`;
  const portal = await makePortal(service, tenantId);
  const { orderId, orderNumber } = await portal.place();
  await portal.invoiced(orderId);
  await move(portal, orderId, 'paid');
  await settled(service.aws);
  return {
    tenantId,
    portal,
    orderId,
    orderNumber,
    damage: damages(service.aws, tenantId, orderId),
  };
};

const setVisible = async (tenantId: string, orderId: string, visible: boolean): Promise<void> => {
  const { order, table } = await replays(service.aws, tenantId, orderId);
  const deps = { ...visibilityDeps(table), newId: randomUUID, now: () => new Date() };
  await setVisibility(deps, order, visible);
};

const clean = { violations: [], inProgress: 0 };

describe('Orders of every kind', () => {
  test('are whole: recorded, rejected, paid, refunded, hidden and shown again', async () => {
    const tenantId = 'tenant-audited';
    const portal = await makePortal(service, tenantId);
    const place = async (cartId = 'cart-rooibos') => (await portal.place({ cartId })).orderId;
    const [, , paid, refunded, hidden, shown] = await Promise.all([
      place(),
      place('cart-wrong-sums'),
      place(),
      place('cart-campaign'),
      place('cart-hundred-lines'),
      place('cart-shipping'),
    ]);
    for (const orderId of [paid, refunded, hidden, shown]) await portal.invoiced(orderId);
    await move(portal, paid, 'paid');
    for (const status of ['paid', 'processing', 'completed', 'refunded'])
      await move(portal, refunded, status);
    await settled(service.aws);
    await setVisible(tenantId, hidden, false);
    await setVisible(tenantId, shown, false);
    await setVisible(tenantId, shown, true);
    await move(portal, shown, 'cancelled');
    await settled(service.aws);

    const report = await auditTenant(service.aws, tenantId, { hidden: true });

    expect(report).toMatchObject({ orders: 6, whole: 6, ...clean, deadLetters: [] });
  });
});

type Damage = ReturnType<typeof damages>;

const stuckEvent = anEvent('order.recorded', { id: randomUUID() });

describe('Of an order with which something is wrong, the audit names', () => {
  test.each<[string, (damage: Damage) => Promise<unknown>, string, string]>([
    [
      'an invoice that is gone',
      ({ deleteInvoice }) => deleteInvoice('_v3'),
      'one-invoice',
      '--effect pdf --again',
    ],
    [
      'an invoice with other bytes',
      ({ putInvoice }) => putInvoice('_v3'),
      'one-invoice',
      '--effect pdf --again',
    ],
    [
      'an invoice that was never noted',
      ({ update }) => update('REMOVE pdf'),
      'one-invoice',
      '--effect pdf',
    ],
    [
      'a mail to the team',
      ({ deleteEffect }) => deleteEffect('internal-recorded'),
      'mails-sent',
      '--effect internal',
    ],
    [
      'a mail to the customer',
      ({ deleteEffect }) => deleteEffect('customer-recorded'),
      'mails-sent',
      '--effect confirm',
    ],
    [
      'a mail about the status',
      ({ deleteEffect }) => deleteEffect('customer-status', 3),
      'mails-sent',
      '--effect confirm --order-version 3',
    ],
    [
      'a place in the list by date',
      ({ update }) => update('REMOVE GSI1_PK, GSI1_SK'),
      'listed',
      'pnpm order hide',
    ],
    [
      'a place under a status',
      ({ update }) => update('REMOVE GSI3_PK, GSI3_SK'),
      'listed',
      'pnpm order hide',
    ],
  ])('%s, and how to mend it', async (_, harm, invariant, remedy) => {
    const { tenantId, orderId, orderNumber, damage } = await paidOrder();
    await harm(damage);

    const { violations } = await auditTenant(service.aws, tenantId, { inbox: false });

    expect(violations).toMatchObject([
      { invariant, orderId, orderNumber, remedy: expect.stringContaining(remedy) },
    ]);
  });

  test.each<[string, (damage: Damage) => Promise<unknown>, readonly string[]]>([
    ['an object that is no invoice of it', ({ putInvoice }) => putInvoice('_v9'), ['one-invoice']],
    [
      'an invoice that is behind',
      ({ update }) => update('SET pdf.orderVersion = :x', { ':x': 2 }),
      ['one-invoice', 'invoice-current'],
    ],
    ['amounts that do not add up', ({ update }) => update('SET tax = :x', { ':x': 1 }), ['sums']],
    [
      'a change that its history lost',
      ({ update }) => update('REMOVE statusHistory[2]'),
      ['status-history', 'one-invoice', 'invoice-current', 'mails-true'],
    ],
    [
      'a number of another day',
      ({ update }) => update('SET orderNumber = :x', { ':x': 'ORD-20250101-00001' }),
      ['number-of-its-day'],
    ],
    [
      'an event that is stuck in its outbox',
      ({ update }) => update('SET outbox = :x', { ':x': { [stuckEvent.id]: stuckEvent } }),
      ['outbox-empty', 'outbox-index'],
    ],
    [
      'a sweeper that does not run',
      ({ update }) =>
        update('SET GSI4_PK = :x, GSI4_SK = :y', {
          ':x': 'OUTBOX#0',
          ':y': '2025-01-01T00:00:00.000Z#',
        }),
      ['outbox-index'],
    ],
    [
      'mails that went to somebody else',
      ({ update }) => update('SET customerEmail = :x', { ':x': 'somebody.else@example.com' }),
      ['mails-true'],
    ],
    [
      'that it cannot be found by its id',
      ({ update }) => update('REMOVE GSI2_PK, GSI2_SK'),
      ['listed'],
    ],
    [
      'a record that cannot be read',
      ({ update }) => update('REMOVE lastUpdatedBy'),
      ['record-exists'],
    ],
  ])('%s', async (_, harm, invariants) => {
    const { tenantId, damage } = await paidOrder();
    await harm(damage);

    const { violations } = await auditTenant(service.aws, tenantId);

    expect([...new Set(violations.map(({ invariant }) => invariant))]).toEqual(invariants);
  });

  test('that it does not exist, when it is asked for', async () => {
    const { tenantId, orderId, damage } = await paidOrder();
    await damage.deleteOrder();

    const { violations } = await auditTenant(service.aws, tenantId, { order: orderId });

    expect(violations[0]).toMatchObject({ invariant: 'record-exists', orderId });
  });

  test('a number that another order has as well', async () => {
    const { tenantId, portal, orderId, orderNumber } = await paidOrder();
    const other = await portal.place();
    await settled(service.aws);
    await damages(service.aws, tenantId, other.orderId).update('SET orderNumber = :x', {
      ':x': orderNumber,
    });

    const { violations, whole } = await auditTenant(service.aws, tenantId);

    expect(violations.map(({ invariant }) => invariant)).toEqual([
      'unique-numbers',
      'unique-numbers',
    ]);
    expect(violations.map((violation) => violation.orderId).toSorted()).toEqual(
      [orderId, other.orderId].toSorted(),
    );
    expect(whole).toBe(0);
  });

  test('a dead letter whose reason is prose', async () => {
    const { tenantId, damage } = await paidOrder();
    await damage.deadLetter('pdf', 'it did not work');

    const { violations } = await auditTenant(service.aws, tenantId);
    await damage.purge('pdf');

    expect(violations).toMatchObject([{ invariant: 'dead-letter-reason' }]);
  });
});

describe('What the audit names is mended by the command it gives', () => {
  const again = { again: true, dryRun: false } as const;

  test('when an invoice is gone', async () => {
    const { tenantId, orderId, damage } = await paidOrder();
    await damage.deleteInvoice('_v3');
    const { deps, order } = await replays(service.aws, tenantId, orderId);

    await replayInvoice(deps, order, again);
    await settled(service.aws);

    expect(await auditTenant(service.aws, tenantId)).toMatchObject({ whole: 1, ...clean });
  });

  test('when the mail about the status was never sent', async () => {
    const { tenantId, orderId, damage } = await paidOrder();
    await damage.deleteEffect('customer-status', 3);
    const { deps, order } = await replays(service.aws, tenantId, orderId);

    await replayMail(deps, order, { to: 'confirm', orderVersion: 3, again: false, dryRun: false });
    await settled(service.aws);

    const report = await auditTenant(service.aws, tenantId, { inbox: false });
    expect(report).toMatchObject({ whole: 1, ...clean });
  });

  test('when an order has lost its place in the lists', async () => {
    const { tenantId, orderId, damage } = await paidOrder();
    await damage.update('REMOVE GSI1_PK, GSI1_SK, GSI3_PK, GSI3_SK');

    await setVisible(tenantId, orderId, false);
    await setVisible(tenantId, orderId, true);

    expect(await auditTenant(service.aws, tenantId)).toMatchObject({
      orders: 1,
      whole: 1,
      ...clean,
    });
  });
});
