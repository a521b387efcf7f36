import { randomUUID } from 'node:crypto';
import { DeleteObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OrderId } from '@bbws/domain/identifiers';
import { aTenantId } from '@bbws/domain/testing/builders';
import type { LocalService } from '@bbws/local-aws/service';
import * as v from 'valibot';
import { eventually } from './testing/eventually.ts';
import { startMendableCarts } from './testing/mendable-carts.ts';
import { makeOperator, type Operator } from './testing/operator.ts';
import { makePortal } from './testing/portal.ts';
import { settled } from './testing/queues.ts';
import { startIsolated } from './testing/start-isolated.ts';

let service: LocalService;
let operator: Operator;
let carts: Awaited<ReturnType<typeof startMendableCarts>>;
beforeAll(async () => {
  carts = await startMendableCarts();
  service = await startIsolated({ variables: { CART_LAMBDA_API_URL: carts.url } });
  operator = makeOperator(service.aws);
});
afterAll(async () => {
  await service.close();
  await carts.close();
});

/** What the subjects of the mails about a rejection begin with. */
const rejectionMails = ['Order Not Placed', 'Order Rejected'];

const placed = async () => {
  const tenantId = aTenantId(`tenant-${randomUUID()}`);
  const portal = await makePortal(service, tenantId);
  const id = v.parse(OrderId, (await portal.place()).orderId);
  const subjects = async () => {
    const mails = await service.aws.mails();
    const own = mails.filter(({ headers }) => headers['X-BBWS-Order-Id'] === id);
    return own.map(({ subject }) => subject.split(':')[0]).toSorted();
  };
  return { reference: { tenantId, id }, portal, subjects };
};

const rejectedOrder = async () => {
  carts.break();
  const order = await placed();
  await order.portal.rejected(order.reference.id);
  await settled(service.aws);
  return order;
};

const recordedOrder = async () => {
  carts.mend();
  const order = await placed();
  await order.portal.invoiced(order.reference.id);
  await settled(service.aws);
  return order;
};

describe('A rejected order whose cart was mended', () => {
  test('is recorded by a replay, with its invoice and its mails', async () => {
    const { reference, portal, subjects } = await rejectedOrder();
    carts.mend();

    await operator.replayRecord(reference);
    const order = await portal.invoiced(reference.id);
    await settled(service.aws);

    expect(order).toMatchObject({ stage: 'recorded', status: 'pending', version: 4 });
    expect(order).not.toHaveProperty('rejection');
    expect(await subjects()).toEqual(
      ['New Order Received', 'Order Confirmation', ...rejectionMails].toSorted(),
    );
    expect((await operator.order(reference)).outbox).toEqual([]);
  });

  test('is told of once more when it is rejected once more', async () => {
    const { reference, subjects } = await rejectedOrder();

    await operator.replayRecord(reference);
    await eventually('a second rejection', async () => {
      const { order } = await operator.order(reference);
      return (order.stage === 'rejected' && order.version === 4) || undefined;
    });
    await settled(service.aws);

    expect(await subjects()).toEqual([...rejectionMails, ...rejectionMails].toSorted());
    expect((await operator.order(reference)).outbox).toEqual([]);
  });
});

describe('An invoice that was lost', () => {
  test('is rendered again under its key, with the same bytes', async () => {
    const { reference, portal } = await recordedOrder();
    const { order } = await operator.order(reference);
    const { s3 } = service.aws.clients;
    const object = {
      Bucket: service.aws.resources.ordersBucket,
      Key: order.stage === 'recorded' ? order.pdf?.key : '',
    };
    const bytes = async () =>
      (await s3.send(new GetObjectCommand(object))).Body?.transformToString();
    const before = await bytes();
    await s3.send(new DeleteObjectCommand(object));

    const { why } = await operator.replayInvoice(reference, false);
    await operator.replayInvoice(reference, true);
    await portal.invoiced(reference.id);

    expect(why).toContain('is not in the bucket');
    expect(await bytes()).toBe(before);
    expect((await operator.order(reference)).outbox).toEqual([]);
  });
});

describe('A mail', () => {
  test('is sent once more to the one it is asked for, and to nobody else', async () => {
    const { reference, subjects } = await recordedOrder();

    await operator.replayMail(reference, { to: 'internal', again: true });
    await eventually('a third mail', async () => (await subjects()).length === 3 || undefined);

    expect(await subjects()).toEqual([
      'New Order Received',
      'New Order Received',
      'Order Confirmation',
    ]);
  });

  test('that was sent is not sent again unless that is asked for', async () => {
    const { reference, subjects } = await recordedOrder();

    const { why } = await operator.replayMail(reference);
    await settled(service.aws);

    expect(why).toContain('customer-recorded was sent');
    expect(await subjects()).toHaveLength(2);
  });
});
