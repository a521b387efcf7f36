import { recordedOrder } from '@bbws/dynamo/testing/recorded';
import { acceptanceOf, newTenantId } from '@bbws/dynamo/testing/samples';
import { writeOrders } from '@bbws/dynamo/testing/write-orders';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditOrders } from './audit-orders.ts';
import { findOrders } from './find-orders.ts';
import { day, ordersOn, timeZone } from './testing/orders-on.ts';

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws();
});
afterAll(() => aws.close());

describe('the orders of a day', () => {
  test('are found although they are damaged', async () => {
    const { table, sources, wholeOrder, tamper } = ordersOn(aws);
    const { order } = await wholeOrder();
    const { tenantId } = order;
    await tamper(order, 'SET currency = dateCreated');

    const ids = await findOrders(table)({ tenantId, hidden: true, ...day });

    expect(ids).toEqual([order.id]);
    const report = await auditOrders(sources())({ tenantId, orderIds: ids, timeZone });
    expect(report.violations).toMatchObject([{ invariant: 'record-exists' }]);
  });

  test('begin and end with it', async () => {
    const { table } = ordersOn(aws);
    const tenantId = newTenantId();
    const created = (dateCreated: string) => recordedOrder(table, { tenantId, dateCreated });
    const first = await created(day.from);
    const last = await created('2026-11-20T21:59:59.999Z');
    await created(day.before);
    await created('2026-11-19T21:59:59.999Z');

    const ids = await findOrders(table)({ tenantId, ...day });

    expect(ids.toSorted()).toEqual([first.order.id, last.order.id].toSorted());
  });

  test('are found although one list has lost them', async () => {
    const { table, tamper } = ordersOn(aws);
    const tenantId = newTenantId();
    const [one, other] = [
      await recordedOrder(table, { tenantId }),
      await recordedOrder(table, { tenantId }),
    ];
    await tamper(one.order, 'REMOVE GSI1_PK, GSI1_SK');
    await tamper(other.order, 'REMOVE GSI3_PK, GSI3_SK');

    const ids = await findOrders(table)({ tenantId, ...day });

    expect(ids.toSorted()).toEqual([one.order.id, other.order.id].toSorted());
  });

  test('are found when no list has them, if one asks for hidden ones', async () => {
    const { table, tamper } = ordersOn(aws);
    const { order } = await recordedOrder(table);
    await tamper(order, 'REMOVE GSI1_PK, GSI1_SK, GSI3_PK, GSI3_SK');
    const search = { tenantId: order.tenantId, ...day };

    expect(await findOrders(table)(search)).toEqual([]);
    expect(await findOrders(table)({ ...search, hidden: true })).toEqual([order.id]);
  });

  test('are found beyond the first page', async () => {
    const { table } = ordersOn(aws);
    const tenantId = newTenantId();
    const orders = Array.from({ length: 101 }, () => acceptanceOf({ tenantId }).order);
    await writeOrders(table, orders);

    const ids = await findOrders(table)({ tenantId, ...day });

    expect(ids.toSorted()).toEqual(orders.map(({ id }) => id).toSorted());
  });
});
