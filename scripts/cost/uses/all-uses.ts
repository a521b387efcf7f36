/** Everything that a month uses. */
import { scheduledFunctions } from '@bbws/local-aws/functions-file';
import { healthCheckSeconds, secondsAMonth } from '../assumptions.ts';
import type { Situation, Use } from '../situation.ts';
import { usesOfCallers } from './of-callers.ts';
import { usesOfFunctions, type Load } from './of-functions.ts';
import { usesOfMessages } from './of-messages.ts';
import { standingUses } from './of-standing.ts';
import { usesOfStorage } from './of-storage.ts';

/**
 * Orders where they are written; sweeps in every region, as if the one that stands by did not rest; health checks where there
 * are two regions.
 */
const loadsOf = ({ functionsFile, measured, orders, primary, others }: Situation): Load[] => {
  const regions = [primary, ...others];
  return [
    { work: measured.order, times: orders, region: primary },
    ...regions.flatMap((region): Load[] => [
      ...scheduledFunctions(functionsFile).map(({ rateMinutes }) => ({
        work: measured.sweep,
        times: secondsAMonth / 60 / rateMinutes,
        region,
      })),
      {
        work: measured.health,
        times: others.length > 0 ? secondsAMonth / healthCheckSeconds : 0,
        region,
      },
    ]),
  ];
};

export const allUses = (situation: Situation): Use[] => [
  ...loadsOf(situation).flatMap((load) => [
    ...usesOfFunctions(situation, load),
    ...usesOfCallers(situation, load),
  ]),
  ...usesOfMessages(situation),
  ...usesOfStorage(situation),
  ...standingUses(situation),
];
