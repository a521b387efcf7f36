/** `pnpm demo`: places orders on the local AWS and shows what became of them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startService, type LocalService } from '@bbws/local-aws/service';
import { buildFunctions } from './build/build-functions.ts';
import { examine, type Examined } from './demo/examine.ts';
import { placeOrders } from './demo/place-orders.ts';
import { startProgress } from './lib/progress.ts';
import { makeReport, stageLines, type Report } from './demo/report.ts';
import { untilQueuesAreEmpty } from './demo/settle.ts';
import { makeFollower, type Follower } from './demo/stages.ts';
import { writeFiles } from './demo/write-files.ts';
import { readOptions, wholeNumber } from './lib/arguments.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

const help = `pnpm demo [--orders N] [--json]

Builds the functions, starts them on a local AWS, places orders and waits until each is recorded, invoiced and mailed.
The first order's record, invoice and mails are written to out/demo/.

  --orders N   places N orders at once (1 to 5000, default 1)
  --json       prints one JSON object and nothing else (pnpm -s demo --json)
  --help       shows this text

Exits with 0 when every order is complete, with 1 when anything is missing.`;

const tenantId = 'tenant-demo';
const teamAddress = 'order-team@example.com';
const outFolder = `${root}/out/demo`;

/** Longest wait for `orders`, in ms: a base for the queues' windows, and a share for each order. */
const patience = (orders: number) => 60_000 + orders * 200;

const waitUntilComplete = async (follower: Follower, orders: number): Promise<void> => {
  const progress = orders > 1 ? startProgress('Orders complete', orders) : undefined;
  const end = Date.now() + patience(orders);
  while (follower.completed() < orders && Date.now() < end) {
    progress?.update(follower.completed());
    await sleep(20);
  }
  progress?.update(follower.completed());
  progress?.stop();
};

type Say = (line: string) => void;

/** Places the orders, waits for them, examines what became of them and writes the first one's files. */
const demonstrate = async (
  service: LocalService,
  follower: Follower,
  count: number,
  say: Say,
): Promise<Report> => {
  const started = performance.now();
  const placed = await placeOrders(service, follower, count);
  await waitUntilComplete(follower, count);
  const durationMs = performance.now() - started;

  await untilQueuesAreEmpty(service.aws);
  const examined = await examine(service.aws, { tenantId, teamAddress }, placed);
  const [first] = examined;
  if (!first) throw new Error('No order was placed.');
  const report = makeReport(follower, examined, durationMs, first);
  const files = await writeFiles(service.aws, outFolder, first);
  tell(say, report, examined, files);
  return report;
};

/** Tells people what happened. */
const tell = (
  say: Say,
  report: Report,
  examined: readonly Examined[],
  files: readonly string[],
): void => {
  const { first } = report;
  say(`\nOrder ${first.orderNumber} (${first.orderId}), total ${total(first)}`);
  for (const line of stageLines(first.stages)) say(line);
  if (report.orders > 1) {
    say(
      `\n${String(report.completed)} of ${String(report.orders)} orders complete: each one record, one invoice, two mails`,
    );
    say(
      `  ${String(report.ordersPerSecond)} orders a second; POST to last mail p50 ${String(report.p50Ms)} ms, p95 ${String(report.p95Ms)} ms`,
    );
  }
  for (const { placed, faults } of examined.filter((order) => order.faults.length > 0).slice(0, 20))
    say(`  ${placed.orderNumber}: ${faults.join(', ')}`);
  say(`\nIn out/demo/: ${files.join(', ')}`);
};

const total = ({ total, currency }: Report['first']): string =>
  total === null || currency === null ? 'unknown' : `${currency} ${total.toFixed(2)}`;

const main = async (): Promise<number> => {
  const options = readOptions(help, {
    orders: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const count = wholeNumber('orders', options.orders, { least: 1, most: 5000, fallback: 1 });
  const say: Say = options.json
    ? () => undefined
    : (line) => {
        console.log(line);
      };

  await buildFunctions(root);
  const follower = makeFollower();
  const service = await startService({
    onLog: follower.onLog,
    variables: { INTERNAL_NOTIFICATION_EMAIL: teamAddress },
  });
  try {
    const { backend, timeScale } = service.aws;
    say(`Local AWS: ${backend}; queues run at ${String(timeScale)} times real time`);
    const report = await demonstrate(service, follower, count, say);
    if (options.json) console.log(JSON.stringify(report));
    return report.failed === 0 ? 0 : 1;
  } finally {
    await service.close();
  }
};

await run(main);
