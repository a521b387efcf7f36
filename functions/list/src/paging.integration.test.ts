import { randomUUID } from 'node:crypto';
import { OrderPageAnswer } from '@bbws/api/schemas/order';
import {
  aTenantId,
  anAcceptedOrder,
  aRecordedOrder,
  aRejectedOrder,
} from '@bbws/domain/testing/builders';
import type { TenantId } from '@bbws/domain/identifiers';
import type { Order } from '@bbws/domain/order';
import { orderStatuses } from '@bbws/domain/order-status';
import { acceptOrder } from '@bbws/dynamo/accept-order';
import { listOrders } from '@bbws/dynamo/list-orders';
import type { Table } from '@bbws/dynamo/table';
import { acceptanceOf, newTenantId } from '@bbws/dynamo/testing/samples';
import { startTestTable, type TestTable } from '@bbws/dynamo/testing/test-table';
import { writeOrders } from '@bbws/dynamo/testing/write-orders';
import { parseAnswer } from '@bbws/lambda/testing/api-answer';
import { gatewayEvent } from '@bbws/lambda/testing/gateway-event';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { makeHandler } from './handler.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const hour = 3_600_000;
/** Midnight of 18 November 2026 in Johannesburg, which is two hours ahead of UTC all year. */
const beginning = Date.UTC(2026, 10, 17, 22);
const dayOf = (time: string) => new Date(Date.parse(time) + 2 * hour).toISOString().slice(0, 10);

/** Ten orders in the last millisecond before every other hour, midnights among them, and ten on the hour. */
const timeOf = (n: number) =>
  new Date(beginning + Math.floor(n / 20) * 2 * hour - (n % 20 < 10 ? 1 : 0)).toISOString();

const kinds: readonly ((changes: object) => Order)[] = [
  anAcceptedOrder,
  aRejectedOrder,
  ...orderStatuses.map((status) => (changes: object) => aRecordedOrder({ ...changes, status })),
];

/** Orders of every stage and status in turn. */
const ordersOf = (tenantId: TenantId, count: number): Order[] =>
  Array.from({ length: Math.ceil(count / kinds.length) }, () => kinds)
    .flat()
    .slice(0, count)
    .map((make, n) => make({ id: randomUUID(), tenantId, dateCreated: timeOf(n) }));

/** A tenant with a thousand orders from 17 to 22 November, and others whose names are nearly the same. */
const aTenantWithOrders = async (table: Table) => {
  const tenantId = newTenantId();
  const orders = ordersOf(tenantId, 1_000);
  const foreign = [`${tenantId}-2`, tenantId.slice(0, -1)].flatMap((name) =>
    ordersOf(aTenantId(name), 100),
  );
  await writeOrders(table, [...orders, ...foreign]);
  return { tenantId, orders };
};

type Query = Readonly<Record<string, string>>;
type Page = v.InferOutput<typeof OrderPageAnswer>;

/** Asks the function for pages of the tenant's list. */
const makeAsk = (table: Table, tenantId: TenantId) => {
  const handler = makeHandler({
    log: observedLog().log,
    metrics: observedMetrics().metrics,
    allowedOrigins: [],
    timeZone: 'Africa/Johannesburg',
    listOrders: listOrders(table),
  });
  return async (query: Query): Promise<Page> => {
    const { body } = await handler(
      gatewayEvent({
        method: 'GET',
        resource: '/v1.0/tenants/{tenantId}/orders',
        path: { tenantId },
        query,
        claims: { 'custom:tenantId': tenantId, sub: 'user-sample' },
      }),
    );
    return v.parse(OrderPageAnswer, parseAnswer(body).data);
  };
};

/** Every page of the list, first to last; `meanwhile` happens before each further one. */
const everyPage = async (
  ask: (query: Query) => Promise<Page>,
  query: Query,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<Page[]> => {
  const page = await ask(query);
  const { nextToken } = page.pagination;
  if (nextToken === null) return [page];
  await meanwhile();
  return [page, ...(await everyPage(ask, { ...query, startAt: nextToken }, meanwhile))];
};

type Listed = Pick<Order, 'id' | 'status' | 'dateCreated'>;

const newestFirst = <T extends Listed>(orders: readonly T[]): T[] => {
  const place = ({ dateCreated, id }: Listed) => `${dateCreated}#${id}`;
  return orders.toSorted((a, b) => (place(a) < place(b) ? 1 : -1));
};
const idsOf = (orders: readonly { readonly id: string }[]) => orders.map(({ id }) => id);

/** How many orders lie on each page when all but the last are full and the last is not empty. */
const fullPages = (orders: number, pageSize: number): number[] =>
  orders <= pageSize ? [orders] : [pageSize, ...fullPages(orders - pageSize, pageSize)];
const sizesOf = (pages: readonly Page[]) => pages.map(({ orders }) => orders.length);

const day = fc.integer({ min: 16, max: 23 }).map((date) => `2026-11-${String(date)}`);
const filters = fc
  .record({ status: fc.constantFrom(...orderStatuses), from: day, to: day }, { requiredKeys: [] })
  .filter(({ from = '', to = '9' }) => from <= to);
type Filters = typeof filters extends fc.Arbitrary<infer F> ? F : never;

const matches =
  ({ status, from = '', to = '9' }: Filters) =>
  (order: Listed): boolean =>
    (status === undefined || order.status === status) &&
    dayOf(order.dateCreated) >= from &&
    dayOf(order.dateCreated) <= to;

/** When an order arrives that nobody has seen yet: newer than all the others, or late and among them. */
const arrival = fc
  .oneof(fc.constant(150), fc.integer({ min: -30, max: 130 }))
  .map((hours) => new Date(beginning + hours * hour).toISOString());

describe('A walk through the list of a tenant with a thousand orders', () => {
  test('is twenty full pages of fifty, each one query', async () => {
    const table = testTable.observe();
    const { tenantId, orders } = await aTenantWithOrders(testTable.observe());

    const pages = await everyPage(makeAsk(table, tenantId), {});

    expect(idsOf(pages.flatMap((page) => page.orders))).toEqual(idsOf(newestFirst(orders)));
    expect(sizesOf(pages)).toEqual(fullPages(1_000, 50));
    expect(table.requests).toEqual(pages.map(() => 'Query OrdersByDateIndex'));
  });

  test('shows what was there when it began exactly once, whatever it is filtered by and whatever arrives', async () => {
    const table = testTable.observe();
    const { tenantId, orders } = await aTenantWithOrders(table);
    const ask = makeAsk(table, tenantId);
    const arrive = async (dateCreated: string) => {
      const acceptance = acceptanceOf({ tenantId, dateCreated });
      await acceptOrder(table)(acceptance);
      orders.push(acceptance.order);
    };

    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.integer({ min: 1, max: 100 }),
        fc.array(arrival, { maxLength: 4 }),
        async (filter, size, arrivals) => {
          const atFirst = newestFirst(orders.filter(matches(filter)));
          // Small pages for short lists only: a thousand pages of one order would take too long.
          const pageSize = Math.max(size, Math.ceil(atFirst.length / 40));
          const waiting = [...arrivals];

          const pages = await everyPage(
            ask,
            { ...filter, pageSize: String(pageSize) },
            async () => {
              const next = waiting.shift();
              if (next !== undefined) await arrive(next);
            },
          );

          const listed = idsOf(pages.flatMap((page) => page.orders));
          const wanted = new Set<string>(idsOf(atFirst));
          expect(listed.filter((id) => wanted.has(id))).toEqual(idsOf(atFirst));
          // What arrived meanwhile may be listed too, in its place; nothing else is, nor anything of other tenants.
          const seen = new Set(listed);
          const shown = orders.filter((order) => seen.has(order.id) && matches(filter)(order));
          expect(listed).toEqual(idsOf(newestFirst(shown)));
          expect(sizesOf(pages)).toEqual(fullPages(listed.length, pageSize));
        },
      ),
      { numRuns: 30 },
    );
  });
});
