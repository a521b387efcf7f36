/** `pnpm bench paging`: what a page of a list costs, and whether that grows with the tenant's number of orders. */
import { listOrders, type OrderPage, type OrderQuery } from '@bbws/dynamo/list-orders';
import { tableOf } from '@bbws/dynamo/table';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import type { Bench } from './bench.ts';
import { formatTable, median } from './figures.ts';
import { makeTenants, type BenchTenant } from './paging-tenants.ts';
import { meterQueries } from './read-units.ts';

const sizes = [100, 1_000, 10_000];
const pageSize = 50;
const filters = [{}, { status: 'paid' }] as const;
/** How often each page is asked for. */
const repetitions = 25;

type List = (query: OrderQuery) => Promise<OrderPage>;

type Measured = {
  readonly orders: number;
  readonly filter: string;
  readonly page: string;
  readonly place: string;
  readonly onPage: number;
  readonly units: number;
  readonly ms: number;
};

/** The query of every page, first to last. */
const queriesOf = async (list: List, query: OrderQuery): Promise<OrderQuery[]> => {
  const { next } = await list(query);
  return next ? [query, ...(await queriesOf(list, { ...query, after: next }))] : [query];
};

/** The page's name, if it is one to measure: first, middle or last. A list of two pages has no middle. */
const nameOf = (index: number, count: number): string | undefined => {
  if (index === 0) return 'first';
  if (index === count - 1) return 'last';
  return index === Math.floor(count / 2) ? 'middle' : undefined;
};

/** Asks for a page again and again. */
const measurePage = async (list: List, latestUnits: () => number, query: OrderQuery) => {
  const times: number[] = [];
  let onPage = 0;
  for (let n = 0; n < repetitions; n += 1) {
    const started = performance.now();
    const { orders } = await list(query);
    times.push(performance.now() - started);
    onPage = orders.length;
  }
  return { onPage, units: latestUnits(), ms: median(times) };
};

const measureTenant = async (
  list: List,
  latestUnits: () => number,
  { tenantId, orders }: BenchTenant,
): Promise<Measured[]> => {
  const measured: Measured[] = [];
  for (const filter of filters) {
    const queries = await queriesOf(list, { tenantId, pageSize, ...filter });
    for (const [index, query] of queries.entries()) {
      const page = nameOf(index, queries.length);
      if (page === undefined) continue;
      measured.push({
        orders,
        filter: 'status' in filter ? filter.status : 'none',
        page,
        place: `${index + 1} of ${queries.length}`,
        ...(await measurePage(list, latestUnits, query)),
      });
    }
  }
  return measured;
};

/** Compares like with like: the same page of the same list, with as many orders on it, for different tenants. */
const verdict = (measured: readonly Measured[]): string => {
  const alike = Map.groupBy(measured, ({ filter, page, onPage }) =>
    [filter, page, onPage].join(' '),
  );
  const differing = [...alike].filter(([, rows]) => new Set(rows.map((row) => row.units)).size > 1);
  return differing.length === 0
    ? 'Read units do not depend on the number of orders: pages of as many orders cost the same for every tenant.'
    : `Read units depend on the number of orders: ${differing.map(([which]) => which).join('; ')}.`;
};

const report = ({ backend }: LocalAws, measured: readonly Measured[]): string =>
  [
    `Pages of ${pageSize} orders; medians of ${repetitions} requests; AWS backend: ${backend}.`,
    'Read units are counted by the backend (half a unit per 4 KB read); its milliseconds are not those of DynamoDB.',
    '',
    formatTable(
      ['orders', 'filter', 'page', 'place', 'on it', 'read units', 'median ms'],
      measured.map(({ orders, filter, page, place, onPage, units, ms }) => [
        orders.toLocaleString('en'),
        filter,
        page,
        place,
        String(onPage),
        units.toFixed(1),
        ms.toFixed(2),
      ]),
    ),
    '',
    verdict(measured),
  ].join('\n');

export const paging: Bench = {
  name: 'paging',
  summary: 'read units and time of a page, for tenants of 100, 1,000 and 10,000 orders',
  measure: async () => {
    const aws = await startLocalAws();
    try {
      const latestUnits = meterQueries(aws.clients.dynamodb);
      const table = tableOf(aws.clients.dynamodb, aws.resources.tableName);
      const measured: Measured[] = [];
      for (const tenant of await makeTenants(table, sizes))
        measured.push(...(await measureTenant(listOrders(table), latestUnits, tenant)));
      return report(aws, measured);
    } finally {
      await aws.close();
    }
  },
};
