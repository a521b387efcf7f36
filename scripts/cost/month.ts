/** A month in dollars. */
import { priceIn, type PriceList, type PriceName } from './price-list.ts';
import type { Situation, Use } from './situation.ts';
import { allUses } from './uses/all-uses.ts';

export type Line = {
  readonly service: string;
  readonly price: PriceName;
  readonly region: string;
  readonly amount: number;
  readonly usd: number;
  /** Whether the price is an estimate, or the amount an assumption. */
  readonly uncertain: boolean;
};

export type Month = {
  readonly orders: number;
  /** Dollars by service, in the order of their names. */
  readonly services: Readonly<Record<string, number>>;
  readonly usd: number;
  /** Share of the dollars, 0 to 1. */
  readonly uncertain: number;
  readonly lines: readonly Line[];
};

const total = (lines: readonly Line[]): number => lines.reduce((all, { usd }) => all + usd, 0);

export const priced = (prices: PriceList, uses: readonly Use[]): Line[] =>
  uses
    .filter(({ amount }) => amount > 0)
    .map(({ price, region, amount, assumed = false }) => {
      const { service, usd, sure } = priceIn(prices, price, region);
      const uncertain = assumed || sure === 'estimate';
      return { service, price, region, amount, usd: amount * usd, uncertain };
    });

export const monthOf = (prices: PriceList, situation: Situation): Month => {
  const lines = priced(prices, allUses(situation));
  const services = Map.groupBy(
    lines.toSorted((one, other) => (one.service < other.service ? -1 : 1)),
    ({ service }) => service,
  );
  const usd = total(lines);
  return {
    orders: situation.orders,
    services: Object.fromEntries([...services].map(([name, own]) => [name, total(own)])),
    usd,
    uncertain: total(lines.filter(({ uncertain }) => uncertain)) / usd,
    lines,
  };
};

/** More than anybody will place. */
const mostOrders = 1_000_000_000;

/**
 * At how many orders a month the budget is used up; 0 when it is without any, undefined when it never is.
 * @param usdAt dollars of a month with so many orders; never falls as they grow
 */
export const ordersWithin = (
  budgetUsd: number,
  usdAt: (orders: number) => number,
): number | undefined => {
  if (usdAt(mostOrders) <= budgetUsd) return undefined;
  let [enough, tooMany] = [0, mostOrders];
  while (tooMany - enough > 1) {
    const middle = Math.floor((enough + tooMany) / 2);
    if (usdAt(middle) <= budgetUsd) enough = middle;
    else tooMany = middle;
  }
  return enough;
};
