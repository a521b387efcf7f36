/** Every rule of the workflows, by what it says. */
import type { Rule } from './house.ts';
import { approvals, environmentsElsewhere } from './rules/approvals.ts';
import { branches, starts } from './rules/branches.ts';
import { calls } from './rules/calls.ts';
import { concurrency } from './rules/concurrency.ts';
import { covered } from './rules/covered.ts';
import { checkout, expressions, limits, triggers } from './rules/hygiene.ts';
import { oidc, roleTakers } from './rules/oidc.ts';
import { permissions } from './rules/permissions.ts';
import { images, pinning } from './rules/pinning.ts';
import { news, wayBack } from './rules/production.ts';
import { sameZips } from './rules/same-zips.ts';
import { targets, trust } from './rules/targets.ts';

export const allRules: readonly Rule[] = [
  ...[pinning, images, permissions, oidc, roleTakers],
  ...[limits, triggers, expressions, checkout, concurrency, covered, calls],
  ...[approvals, environmentsElsewhere, branches, starts, targets, trust, sameZips, wayBack, news],
];
