/** `pnpm simulate storm`. */
import type { StormRow } from '@bbws/simulator/report/figures-file';
import { speedAimedAt, speedWords } from '@bbws/simulator/report/speed';
import { textTable } from '../operator/words.ts';
import { gather, sideBySide } from './side-by-side.ts';
import { totalProgress } from './total-progress.ts';

export type StormsOptions = {
  readonly orders: number;
  /** The first seed. */
  readonly seed: number;
  readonly seeds: number;
  readonly hours: number;
};

export const storms = async ({
  orders,
  seed,
  seeds,
  hours,
}: StormsOptions): Promise<{ readonly failed: boolean; readonly rows: StormRow[] }> => {
  const progress = totalProgress(seeds);
  const wanted = Array.from({ length: seeds }, (_, index) => ({
    kind: 'storm' as const,
    orders,
    seed: seed + index,
    hours,
  }));
  const results = await gather(sideBySide('storm', wanted, progress.update));
  progress.stop();
  const rows = results.map(({ row }) => row);
  console.log(textTable(['', ...rows.map((row) => `seed ${row.seed}`)], lines(rows)));
  for (const { seed: own, speed } of rows)
    if (speed < speedAimedAt) console.log(`seed ${own}: ${speedWords(speed)}`);
  for (const line of results.flatMap(({ err }) => err)) console.error(line);
  return { failed: results.some(({ failed }) => failed), rows };
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
