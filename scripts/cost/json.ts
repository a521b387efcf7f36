/** The months for machines: one object, amounts unrounded. */
import type { Costs } from './report.ts';

export const costJson = ({ environment, months, budget, prices, measured }: Costs): string =>
  JSON.stringify({
    environment,
    prices,
    measured,
    budget: { usd: budget.usd, reachedAtOrders: budget.reachedAt ?? null },
    months: months.map((month) => ({ ...month, usdAnOrder: month.usd / month.orders })),
  });
