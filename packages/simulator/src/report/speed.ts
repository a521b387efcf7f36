/** How fast a simulation ran. It is told, and not asserted: it depends on the machine and on what else that does. */
import type { FiguresFile } from './figures-file.ts';

/** How many times real time every run is meant to reach. */
export const speedAimedAt = 300;

/** @param speed seconds of simulated time that pass in one of real time */
export const speedWords = (speed: number): string =>
  `${speed.toLocaleString('en-US')} times real time${speed < speedAimedAt ? ` (${speedAimedAt} are aimed at)` : ''}`;

/** The runs that missed it, each with its figure. */
export const slowRuns = ({
  exhaustive,
  storms,
  scenarios,
}: Pick<FiguresFile, 'exhaustive' | 'storms' | 'scenarios'>): string[] =>
  [
    { name: 'every single fault', speed: exhaustive.speed },
    ...storms.map(({ seed, speed }) => ({ name: `the storm of seed ${seed}`, speed })),
    ...scenarios,
  ]
    .filter(({ speed }) => speed < speedAimedAt)
    .map(({ name, speed }) => `${name} (${speed})`);
