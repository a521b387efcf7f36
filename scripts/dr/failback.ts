/** `pnpm dr failback`, `pnpm dr failover --planned`: the planned move, in either direction (ADR 12). */
import { randomUUID } from 'node:crypto';
import { failover } from '@bbws/operator/dr/failover';
import { lookAtRegion } from '@bbws/operator/dr/look-at-region';
import { MoveStopped } from '@bbws/operator/dr/move-stopped';
import { moveWriter } from '@bbws/operator/dr/move-writer';
import { planMove } from '@bbws/operator/dr/plan-move';
import { Refusal } from '@bbws/operator/refusal';
import { agree } from './ask.ts';
import type { ReachedRegion, Regions } from './connect-regions.ts';
import { drainProgress } from './drain-progress.ts';
import { afterMove, beforeMove } from './move-words.ts';
import { timingOf } from './move-timing.ts';
import { refuseSingleRegion } from './named-region.ts';
import { patience } from './status.ts';
import { stamped, stoppable } from '../lib/stoppable.ts';
import { stoppedReport } from './stopped-report.ts';

export type FailbackOptions = {
  readonly yes: boolean;
  readonly ignoreHealth: boolean;
  /** How long the queues may take to run empty. */
  readonly waitMinutes: number;
};

/** @returns the exit code: 1 when the move was not brought to its end */
export const runFailback = async (
  regions: Regions,
  to: ReachedRegion,
  { yes, ignoreHealth, waitMinutes }: FailbackOptions,
): Promise<number> => {
  refuseSingleRegion(regions);
  const started = new Date();
  const looks = await Promise.all(regions.regions.map((one) => lookAtRegion(one, patience)));
  const plan = planMove(looks, to.name, { ignoreHealth });
  if (plan.kind === 'done') {
    console.log(`${to.name} writes already. Nothing was changed.`);
    return 0;
  }
  const { sleep } = stoppable();
  const common = { now: () => new Date(), sleep, newId: randomUUID, tell: stamped(started) };
  if (plan.kind === 'undo') {
    console.log(`Nobody writes, ${to.name} did before: it writes again, and nothing has to wait.`);
    await agree(to.name, yes);
    await failover({ ...common, target: to }, plan);
    return 0;
  }

  const from = regions.regions.find(({ name }) => name === plan.from);
  if (!from) throw new Refusal(`${plan.from} is no region of ${regions.environment}.`);
  const timing = timingOf(regions, waitMinutes);
  const about = { regions, from: from.name, to: to.name };
  for (const line of beforeMove({ ...about, kind: plan.kind, timing }, looks)) console.log(line);
  await agree(to.name, yes);
  try {
    const onLook = drainProgress(timing.emptyFor);
    const nobodyWroteFor = await moveWriter({ ...common, from, to, timing, onLook }, plan);
    console.log(`\nNobody wrote for ${Math.round(nobodyWroteFor / 1000)} s.`);
    for (const line of afterMove(about, looks)) console.log(line);
    return 0;
  } catch (error) {
    if (!(error instanceof MoveStopped)) throw error;
    const now = await Promise.all(regions.regions.map((one) => lookAtRegion(one, patience)));
    const stopped = { ...about, state: error.state, why: error.message };
    for (const line of stoppedReport(stopped, now)) console.error(line);
    return 1;
  }
};
