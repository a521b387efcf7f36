/** The operations on effects, for functions that send mail. */
import { claimEffect } from './claim-effect.ts';
import { finishEffect, releaseEffect } from './finish-effect.ts';
import type { Table } from './table.ts';

export const effectsOf = (table: Table) => ({
  claimEffect: claimEffect(table),
  finishEffect: finishEffect(table),
  releaseEffect: releaseEffect(table),
});
