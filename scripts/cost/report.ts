/** The months as people read them: a row for each service, a column for each number of orders. */
import { lifeInWords } from './assumptions.ts';
import type { Month } from './month.ts';

export type Costs = {
  readonly environment: string;
  readonly months: readonly Month[];
  readonly budget: { readonly usd: number; readonly reachedAt: number | undefined };
  readonly prices: { readonly oldest: string; readonly newest: string };
  /** Day of the measurement. */
  readonly measured: string;
};

const dollars = (usd: number): string =>
  usd.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const table = (months: readonly Month[]): string[] => {
  const services = [...new Set(months.flatMap((month) => Object.keys(month.services)))].toSorted();
  const row = (name: string, cell: (month: Month) => string): string[] => [
    name,
    ...months.map(cell),
  ];
  const rows = [
    row('', ({ orders }) => orders.toLocaleString('en')),
    ...services.map((name) => row(name, (month) => dollars(month.services[name] ?? 0))),
    row('all', ({ usd }) => dollars(usd)),
    row('an order', ({ usd, orders }) => (usd / orders).toFixed(5)),
    row('uncertain', ({ uncertain }) => `${Math.round(uncertain * 100)} %`),
  ];
  const first = Math.max(...rows.map(([name = '']) => name.length));
  const width = 2 + Math.max(...rows.flatMap(([, ...cells]) => cells.map(({ length }) => length)));
  return rows.map(
    ([name = '', ...cells]) =>
      name.padEnd(first) + cells.map((cell) => cell.padStart(width)).join(''),
  );
};

/** Rounded to two digits: more is not known. */
const about = (orders: number): string => Number(orders.toPrecision(2)).toLocaleString('en');

const budgetLine = ({ budget: { usd, reachedAt }, environment }: Costs): string => {
  const of = `The budget of ${environment}, $${usd.toLocaleString('en')} a month,`;
  if (reachedAt === undefined) return `${of} is enough for any number of orders.`;
  if (reachedAt === 0) return `${of} is used up without any order.`;
  return `${of} is used up at about ${about(reachedAt)} orders a month.`;
};

export const costReport = (costs: Costs): string =>
  [
    `Dollars a month in ${costs.environment}, by orders a month`,
    '',
    ...table(costs.months),
    '',
    budgetLine(costs),
    '',
    `Prices of ${costs.prices.oldest} to ${costs.prices.newest} from scripts/cost/prices.json, which says how sure each is.`,
    `Calls and processor times as measured on ${costs.measured} by \`pnpm cost --measure\`.`,
    `An order here is ${lifeInWords}.`,
    '"uncertain" is the share of estimated prices and of what is assumed: Lambda’s time, polling, part of the logs.',
    'Storage is that of the 12th such month. Free tiers, discounts and tax are left out. Orders come evenly.',
  ].join('\n');
