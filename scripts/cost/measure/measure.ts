/** Measures what an order, a sweep and a health check use. */
import { readTableFile } from '@bbws/local-aws/table-file';
import { median } from '../../bench/figures.ts';
import type { Measured, Work } from '../measured-file.ts';
import { checkHealth, liveOrder, prepare, type Answered } from './order-life.ts';
import type { MeasuredService } from './start-measured.ts';
import { workOf } from './work-of.ts';

export type Repetitions = {
  /** Of each, so that the bundles are warm before their time counts. */
  readonly warmUp: number;
  readonly counted: number;
};

const withTimes = (first: Work, repeated: readonly Work[]): Work => ({
  ...first,
  functions: Object.fromEntries(
    Object.entries(first.functions).map(([name, work]) => {
      const times = repeated.map(({ functions }) => functions[name]?.cpuMilliseconds ?? 0);
      const cpuMilliseconds = times.length === 0 ? work.cpuMilliseconds : median(times);
      return [name, { ...work, cpuMilliseconds: Number(cpuMilliseconds.toFixed(1)) }];
    }),
  ),
});

/**
 * Counts are those of the first order, whose functions know nothing yet of writer, templates and logo; times are medians of
 * later ones.
 * @param onDone told of how many of all repetitions are done
 */
export const measure = async (
  { service, during }: MeasuredService,
  { warmUp, counted }: Repetitions,
  now: () => Date,
  onDone: (done: number) => void = () => undefined,
): Promise<Measured> => {
  const table = readTableFile();
  let done = 0;
  const repeat = async (run: () => Promise<readonly Answered[]>): Promise<Work> => {
    const works: Work[] = [];
    for (let n = 0; n < 1 + warmUp + counted; n += 1) {
      const { result, tape } = await during(run);
      works.push(workOf(table, tape, result, now()));
      onDone((done += 1));
    }
    const [first, ...others] = works;
    if (!first) throw new Error('Nothing was measured.');
    return withTimes(first, others.slice(warmUp));
  };

  await prepare(service);
  return {
    date: now().toISOString().slice(0, 10),
    order: await repeat(() => liveOrder(service)),
    sweep: await repeat(async () => {
      await service.invoke('sweeper', {});
      return [];
    }),
    health: await repeat(() => checkHealth(service)),
  };
};
