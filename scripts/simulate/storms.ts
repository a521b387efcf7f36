/** `pnpm simulate storm`. */
import type { StormRow } from '@bbws/simulator/report/figures-file';
import { runStorm } from '@bbws/simulator/storm/run-storm';
import { startProgress } from '../lib/progress.ts';
import { textTable } from '../operator/words.ts';
import { showBreaches } from './show-breaches.ts';

export type StormsOptions = {
  readonly orders: number;
  /** The first seed. */
  readonly seed: number;
  readonly seeds: number;
  readonly hours: number;
};

export const storms = async (
  options: StormsOptions,
): Promise<{ readonly failed: boolean; readonly rows: StormRow[] }> => {
  const rows: StormRow[] = [];
  for (let seed = options.seed; seed < options.seed + options.seeds; seed += 1)
    rows.push(await storm(options, seed));
  console.log(textTable(['', ...rows.map(({ seed }) => `seed ${seed}`)], lines(rows)));
  return { failed: rows.some(({ violations }) => violations > 0), rows };
};

const storm = async ({ orders, hours }: StormsOptions, seed: number): Promise<StormRow> => {
  const minutes = hours * 60 + 90;
  const progress = startProgress(`Seed ${seed}: minutes of simulated time`, minutes);
  const { figures, breaches, simulatedMs, realMs } = await runStorm({
    orders,
    seed,
    hours,
    onProgress: (done) => progress.update(Math.round(done / 60_000)),
  });
  progress.stop();
  showBreaches(breaches, `pnpm simulate storm --orders ${orders} --seed ${seed} --hours ${hours}`);
  return {
    ...figures,
    faults: { ...figures.faults },
    seed,
    violations: breaches.length,
    speed: Math.round(simulatedMs / realMs),
  };
};

const lines = (rows: readonly StormRow[]): (string | number)[][] => {
  const kinds = [...new Set(rows.flatMap(({ faults }) => Object.keys(faults)))].toSorted();
  const line = (name: string, value: (row: StormRow) => number) => [name, ...rows.map(value)];
  return [
    line('orders', ({ orders }) => orders),
    line('recorded', ({ recorded }) => recorded),
    line('rejected', ({ rejected }) => rejected),
    line('updates', ({ updates }) => updates),
    line('calls to AWS', ({ calls }) => calls),
    line('faults put in', ({ faultsInAll }) => faultsInAll),
    ...kinds.map((kind) => line(`  ${kind}`, ({ faults }) => faults[kind] ?? 0)),
    line('deliveries', ({ deliveries }) => deliveries),
    line('  again, harmless', ({ duplicates }) => duplicates),
    line('  tried again later', ({ retries }) => retries),
    line('announced by sweeper', ({ sweptEvents }) => sweptEvents),
    line('dead letters', ({ deadLetters }) => deadLetters),
    line('mails', ({ mails }) => mails),
    line('  twice, after a cut', ({ mailsSentTwice }) => mailsSentTwice),
    line('violations', ({ violations }) => violations),
    line('times real time', ({ speed }) => speed),
  ];
};
