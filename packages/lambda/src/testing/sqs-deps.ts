/** What the SQS adapter depends on, in memory, on a clock that stands still unless `time` is moved. */
import type { SqsDeps } from '../sqs.ts';
import type { DeadLetter, Queue } from '../queue.ts';
import { observedLog, observedMetrics } from './observed.ts';
import { virtualTime } from './virtual-time.ts';

export const sqsDeps = (changes: Partial<Queue & Pick<SqsDeps, 'random'>> = {}) => {
  const time = virtualTime();
  const letters: (DeadLetter & { readonly reason: string })[] = [];
  const delays: { readonly receiptHandle: string; readonly seconds: number }[] = [];
  const { random, ...queue } = changes;
  const observed = { ...observedLog(), ...observedMetrics() };
  const deps: SqsDeps = {
    log: observed.log,
    metrics: observed.metrics,
    queue: {
      delay: async (receiptHandle, seconds) => void delays.push({ receiptHandle, seconds }),
      deadLetter: async (letter, reason) => void letters.push({ ...letter, reason }),
      ...queue,
    },
    sleep: time.sleep,
    now: () => new Date(time.now()),
    random: random ?? (() => 0.5),
    maxReceiveCount: 5,
  };
  return { deps, time, letters, delays, lines: observed.lines, counts: observed.counts };
};
