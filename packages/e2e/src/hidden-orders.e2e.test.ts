import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OrderId } from '@bbws/domain/identifiers';
import { aTenantId } from '@bbws/domain/testing/builders';
import type { LocalService } from '@bbws/local-aws/service';
import * as v from 'valibot';
import { eventually } from './testing/eventually.ts';
import { answerAt, linksInMail } from './testing/mailed-invoice.ts';
import { makeOperator, type Operator } from './testing/operator.ts';
import { makePortal } from './testing/portal.ts';
import { settled } from './testing/queues.ts';
import { startIsolated } from './testing/start-isolated.ts';

let service: LocalService;
let operator: Operator;
beforeAll(async () => {
  service = await startIsolated();
  operator = makeOperator(service.aws);
});
afterAll(() => service.close());

/** A recorded order of a new tenant with its invoice and the link in its mail, and what its tenant is answered. */
const completedOrder = async () => {
  const tenantId = aTenantId(`tenant-${randomUUID()}`);
  const portal = await makePortal(service, tenantId);
  const admin = await makePortal(service, 'tenant-staff', ['order-admin']);
  const id = v.parse(OrderId, (await portal.place()).orderId);
  await portal.invoiced(id);
  const [link = ''] = await linksInMail(service, id);
  await settled(service.aws);

  const list = async (query = '') => {
    const { data } = await portal.call('GET', `/v1.0/tenants/${tenantId}/orders${query}`);
    return v.parse(v.object({ orders: v.array(v.unknown()) }), data).orders.length;
  };
  return {
    reference: { tenantId, id },
    portal,
    pay: () => portal.call('PUT', `/v1.0/orders/${id}`, { body: { status: 'paid' } }),
    /** What everybody sees of the order: statuses, and how often it is listed. */
    seen: async () => ({
      get: (await portal.call('GET', `/v1.0/orders/${id}`)).status,
      getByAdmin: (await admin.call('GET', `/v1.0/orders/${id}`)).status,
      invoice: (await portal.call('GET', `/v1.0/orders/${id}/invoice`)).status,
      mailedLink: (await answerAt(link)).status,
      listed: await list(),
      listedByStatus: await list('?status=pending'),
    }),
  };
};

const visible = {
  ...{ get: 200, getByAdmin: 200, invoice: 200, mailedLink: 302, listed: 1, listedByStatus: 1 },
};
const invisible = {
  ...{ get: 404, getByAdmin: 404, invoice: 404, mailedLink: 404, listed: 0, listedByStatus: 0 },
};

describe('A hidden order', () => {
  test('is there for nobody, until it is shown again', async () => {
    const { reference, seen } = await completedOrder();

    const before = await seen();
    await operator.hide(reference);
    const hidden = await seen();
    await operator.show(reference);

    expect([before, hidden, await seen()]).toEqual([visible, invisible, visible]);
  });

  test('cannot be changed, and can be again when it is shown', async () => {
    const { reference, pay } = await completedOrder();

    await operator.hide(reference);
    const refused = await pay();
    await operator.show(reference);
    const paid = await pay();

    expect(refused).toMatchObject({ status: 404, code: 'ORDER_NOT_FOUND' });
    expect(paid).toMatchObject({ status: 200, data: { status: 'paid', version: 5 } });
  });

  test('tells its tenant nothing in its old version: what was read before is stale', async () => {
    const { reference, portal } = await completedOrder();
    const read = await portal.call('GET', `/v1.0/orders/${reference.id}`);
    await operator.hide(reference);
    await operator.show(reference);

    const stale = await portal.call('PUT', `/v1.0/orders/${reference.id}`, {
      headers: { 'If-Match': read.headers.get('etag') ?? '' },
      body: { status: 'paid' },
    });

    expect(stale).toMatchObject({ status: 412 });
  });

  test('has no mail sent about it, which can be made up for when it is shown', async () => {
    const { reference, pay } = await completedOrder();
    const subjects = async () => {
      const mails = await service.aws.mails();
      const own = mails.filter(({ headers }) => headers['X-BBWS-Order-Id'] === reference.id);
      return own.map(({ subject }) => subject);
    };
    await pay();
    await settled(service.aws);
    const before = (await subjects()).length;
    await operator.hide(reference);

    const refused = operator.replayMail(reference, { again: true });

    await expect(refused).rejects.toThrow('is hidden');
    await operator.show(reference);
    await operator.replayMail(reference, { orderVersion: 3, again: true });
    await eventually('another mail', async () => (await subjects()).length > before || undefined);
    expect(await subjects()).toHaveLength(before + 1);
  });
});

describe('Revoked links', () => {
  test('lead nowhere; the next mail has one that does', async () => {
    const { reference, seen } = await completedOrder();
    await operator.revokeLinks(reference);

    const afterwards = await seen();
    await operator.replayMail(reference, { again: true });
    const links = await eventually('a link that holds', async () => {
      const mails = await service.aws.mails();
      const texts = mails
        .filter(({ headers }) => headers['X-BBWS-Order-Id'] === reference.id)
        .flatMap(({ text }) => text.match(/https?:\/\/[^\s"]+\/v1\.0\/invoices\/[^\s"]+/g) ?? []);
      return texts.length === 2 ? texts : undefined;
    });

    expect(afterwards).toEqual({ ...visible, mailedLink: 404 });
    const statuses = await Promise.all(links.map(async (url) => (await answerAt(url)).status));
    expect(statuses.toSorted()).toEqual([302, 404]);
  });
});
