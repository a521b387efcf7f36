/** `pnpm dr status`: who writes, and how each region is. Changes nothing. */
import { lookAtRegion } from '@bbws/operator/dr/look-at-region';
import type { Regions } from './connect-regions.ts';
import { nextSteps } from './next-steps.ts';
import { statusReport } from './status-report.ts';

/** How long a region has for its answers, in milliseconds. */
export const patience = 6_000;

/** @returns the exit code: 0 when all is well */
export const status = async (regions: Regions, json: boolean): Promise<number> => {
  const looks = await Promise.all(regions.regions.map((one) => lookAtRegion(one, patience)));
  const advice = nextSteps(regions.environment, looks);
  const { environment } = regions;
  console.log(
    json
      ? JSON.stringify({ environment, regions: looks, next: advice.lines })
      : statusReport(looks, advice, new Date()),
  );
  return advice.isWell ? 0 : 1;
};
