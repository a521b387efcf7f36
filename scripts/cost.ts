/** `pnpm cost`: what a month costs, from the calls that an order makes and a table of prices. */
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { buildFunctions } from './build/build-functions.ts';
import { costJson } from './cost/json.ts';
import { measuredUrl } from './cost/measured-file.ts';
import { measure } from './cost/measure/measure.ts';
import { startMeasured } from './cost/measure/start-measured.ts';
import { monthOf, ordersWithin } from './cost/month.ts';
import { datesOf, readPriceList } from './cost/price-list.ts';
import { costReport } from './cost/report.ts';
import { environmentNames, situationIn } from './cost/situation.ts';
import { oneOf, readOptions, wholeNumber } from './lib/arguments.ts';
import { startProgress } from './lib/progress.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

const help = `pnpm cost [--env E] [--orders N]... [--measure] [--json]

Prints what a month costs in dollars, by service: the calls that an order makes (scripts/cost/measured.json) at the prices of
AWS (scripts/cost/prices.json), with what stands there without any order. Asks nothing of AWS. docs/deployment.md says what is
assumed.

  --env E      dev, sit or prod (default prod): its regions, web ACL and budget, from terraform/
  --orders N   orders a month; may be given several times (default 1000, 100000 and 10000000)
  --measure    first lets an order live on the embedded AWS, again and again, and writes what it used to measured.json
  --json       prints one JSON object and nothing else (pnpm -s cost --json), with every line of the bill
  --help       shows this text`;

const usualOrders = ['1000', '100000', '10000000'];

/** Of each: enough for the compiler to have done its work. */
const repetitions = { warmUp: 20, counted: 21 };

const measureAgain = async (): Promise<void> => {
  await buildFunctions(root);
  const measured = await startMeasured(`${root}/dist`, `${root}/out/measured`, 10);
  const progress = startProgress('Measured', 3 * (1 + repetitions.warmUp + repetitions.counted));
  try {
    const found = await measure(measured, repetitions, () => new Date(), progress.update);
    const file = measuredUrl.pathname;
    const style = await resolveConfig(file);
    await writeFile(measuredUrl, await format(JSON.stringify(found), { ...style, filepath: file }));
  } finally {
    progress.stop();
    await measured.close();
  }
};

await run(async () => {
  const options = readOptions(help, {
    env: { type: 'string', default: 'prod' },
    orders: { type: 'string', multiple: true, default: usualOrders },
    measure: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  const environment = oneOf('env', options.env, environmentNames);
  const orders = options.orders.map((text) =>
    wholeNumber('orders', text, { least: 1, most: 999_999_999, fallback: 1 }),
  );
  if (options.measure) await measureAgain();

  const prices = readPriceList();
  const situation = situationIn(environment);
  const { monthlyBudgetUsd, measured } = situation(0);
  const costs = {
    environment,
    months: orders.map((count) => monthOf(prices, situation(count))),
    budget: {
      usd: monthlyBudgetUsd,
      reachedAt: ordersWithin(monthlyBudgetUsd, (count) => monthOf(prices, situation(count)).usd),
    },
    prices: datesOf(prices),
    measured: measured.date,
  };
  console.log(options.json ? costJson(costs) : costReport(costs));
  return 0;
});
