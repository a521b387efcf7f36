/** How far simulations are that run side by side: one figure for all of them. */
import { startProgress } from '../lib/progress.ts';

/** Shows percent of all of them; each counts the same. */
export const totalProgress = (count: number) => {
  const shares = Array.from({ length: count }, () => 0);
  const bar = startProgress('Percent of simulated time', 100);
  return {
    update: (index: number, share: number) => {
      shares[index] = share;
      bar.update(Math.round((100 * shares.reduce((sum, one) => sum + one, 0)) / count));
    },
    stop: bar.stop,
  };
};
