/** Every scenario. */
import { cartDown } from './cart-down.ts';
import { dayChange } from './day-change.ts';
import { mixedVersions } from './mixed-versions.ts';
import { noisyTenant } from './noisy-tenant.ts';
import { poison } from './poison.ts';
import type { Scenario } from './scenario.ts';
import { sesDown } from './ses-down.ts';
import { tableThrottled } from './table-throttled.ts';
import { writerMoved } from './writer-moved.ts';

export const scenarios: readonly Scenario[] = [
  sesDown,
  cartDown,
  tableThrottled,
  writerMoved,
  poison,
  noisyTenant,
  dayChange,
  mixedVersions,
];
