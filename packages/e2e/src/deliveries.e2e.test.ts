import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anEvent } from '@bbws/domain/testing/builders';
import { sqsEvent, sqsEventOf } from '@bbws/lambda/testing/sqs-event';
import type { LocalService } from '@bbws/local-aws/service';
import { eventually } from './testing/eventually.ts';
import { makePortal } from './testing/portal.ts';
import { startIsolated } from './testing/start-isolated.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startIsolated();
});
afterAll(() => service.close());

const mailsOf = async (orderId: string) => {
  const mails = await service.aws.mails();
  return mails.filter(({ headers }) => headers['X-BBWS-Order-Id'] === orderId);
};

/** An order that is recorded, invoiced and mailed, and its portal. */
const completeOrder = async (tenantId: string) => {
  const portal = await makePortal(service, tenantId);
  const { orderId } = await portal.place();
  await portal.invoiced(orderId);
  await eventually('two mails', async () => (await mailsOf(orderId)).length === 2 || undefined);
  const { data: order } = await portal.call('GET', `/v1.0/orders/${orderId}`);
  return { portal, orderId, order };
};

const consumers = ['pdf', 'internal-notify', 'customer-confirm'] as const;

describe('A fact that is delivered again', () => {
  test('changes nothing: no second mail, no new invoice, the same order', async () => {
    const { portal, orderId, order } = await completeOrder('tenant-twice');
    const event = anEvent('order.recorded', { tenantId: 'tenant-twice', orderId });

    const responses = await Promise.all(
      consumers.flatMap((name) => [1, 2, 3].map(() => service.invoke(name, sqsEventOf(event)))),
    );

    expect(responses).toEqual(responses.map(() => ({ batchItemFailures: [] })));
    expect(await mailsOf(orderId)).toHaveLength(2);
    expect((await portal.call('GET', `/v1.0/orders/${orderId}`)).data).toEqual(order);
  });

  test('of an acceptance changes nothing either', async () => {
    const { portal, orderId, order } = await completeOrder('tenant-again');
    const event = anEvent('order.accepted', { tenantId: 'tenant-again', orderId });

    const response = await service.invoke('record-creator', sqsEventOf(event));

    expect(response).toEqual({ batchItemFailures: [] });
    expect((await portal.call('GET', `/v1.0/orders/${orderId}`)).data).toEqual(order);
  });
});

describe('A fact that comes too early', () => {
  test.each(['record-creator', ...consumers])(
    'is retried by %s, never acknowledged',
    async (name) => {
      const type = name === 'record-creator' ? 'order.accepted' : 'order.recorded';
      const event = anEvent(type, { tenantId: 'tenant-nowhere' });

      const response = await service.invoke(name, sqsEventOf(event));

      expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
    },
  );

  test('does not fail the others of its batch', async () => {
    const { orderId } = await completeOrder('tenant-batch');
    const early = anEvent('order.recorded', { tenantId: 'tenant-nowhere' });
    const known = anEvent('order.recorded', { tenantId: 'tenant-batch', orderId });

    const response = await service.invoke(
      'internal-notify',
      sqsEvent({ body: JSON.stringify(early) }, { body: JSON.stringify(known) }),
    );

    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
  });
});

describe('A fact of another tenant’s order', () => {
  test('finds no order, and leaves the real one alone', async () => {
    const { orderId } = await completeOrder('tenant-owner');
    const event = anEvent('order.recorded', { tenantId: 'tenant-thief', orderId });

    const response = await service.invoke('customer-confirm', sqsEventOf(event));

    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
    expect(await mailsOf(orderId)).toHaveLength(2);
  });
});

describe('The logs of an order', () => {
  test('carry one correlation id from request to last mail, and nothing personal', async () => {
    const portal = await makePortal(service, 'tenant-logged');
    const { data } = await portal.call('POST', '/v1.0/orders', {
      headers: { 'X-Correlation-Id': '7d1f6b7e-2a55-4a3e-9d0e-0c7a52a3fe2e' },
      body: {
        cartId: 'cart-rooibos',
        customerEmail: 'nobody.personal@example.com',
        customerName: 'Personal Name',
        billingAddress: {
          street: '7 Personal Street',
          city: 'Personal City',
          province: 'Gauteng',
          postalCode: '2000',
          country: 'ZA',
        },
      },
    });
    await eventually('two mails', async () =>
      (await mailsOf(String(data['orderId']))).length === 2 ? true : undefined,
    );

    const own = await eventually('five functions in the log', async () => {
      const found = service
        .logs()
        .filter(({ entry }) => entry?.['correlationId'] === '7d1f6b7e-2a55-4a3e-9d0e-0c7a52a3fe2e');
      return new Set(found.map(({ functionName }) => functionName)).size >= 5 ? found : undefined;
    });

    expect(new Set(own.map(({ functionName }) => functionName))).toEqual(
      new Set(['create', 'record-creator', ...consumers]),
    );
    expect(
      service
        .logs()
        .map(({ line }) => line)
        .join('\n'),
    ).not.toMatch(/personal/i);
  });
});
