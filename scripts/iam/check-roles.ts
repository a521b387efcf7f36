/** Holds the roles of every plan against the recorded calls. Pure. */
import type { RecordedCall } from '@bbws/local-aws/calls/recorded-call';
import * as v from 'valibot';
import type { Plan } from '../terraform/plan-file.ts';
import { compare, type Row } from './compare.ts';
import { plannedRoles, type PlannedRole } from './planned-roles.ts';
import { statementsOf, type Statement } from './policy.ts';

/** The plans of one environment. */
export type Planned = {
  readonly plan: Plan;
  /** Of terraform/bootstrap, which makes the boundary of all roles. */
  readonly bootstrap: Plan;
};

const PolicyValues = v.object({ policy: v.string() });

const boundaryOf = ({ resources }: Plan): Statement[] => {
  const found = resources.find(({ address }) => address === 'aws_iam_policy.boundary');
  if (!found) throw new Error('terraform/bootstrap plans no aws_iam_policy.boundary.');
  return statementsOf(found.address, v.parse(PolicyValues, found.values).policy);
};

/** A plan without a function would pass: everything that it allows is used. */
const assertComplete = (roles: readonly PlannedRole[], functions: readonly string[]): void => {
  const regions = new Set(roles.map(({ region }) => region));
  const missing = functions.filter(
    (name) => roles.filter((role) => role.function === name).length !== Math.max(regions.size, 1),
  );
  if (missing.length > 0)
    throw new Error(`A plan has no role, or not one per region, for ${missing.join(', ')}.`);
};

/**
 * @param functions names of all functions
 * @throws Error when a plan has what cannot be judged, or lacks a function
 */
export const checkRoles = (
  planned: readonly Planned[],
  functions: readonly string[],
  recorded: readonly RecordedCall[],
): Row[] =>
  planned.flatMap(({ plan, bootstrap }) => {
    const boundary = boundaryOf(bootstrap);
    const roles = plannedRoles(plan);
    assertComplete(roles, functions);
    return roles.flatMap((role) => compare(role, boundary, recorded));
  });
