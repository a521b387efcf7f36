/** Holds what a role may do against what its function does, both ways. Pure. */
import type { RecordedCall } from '@bbws/local-aws/calls/recorded-call';
import { allowedStars } from './allowed-stars.ts';
import { allows, speaksOf, unmetConditions } from './matches.ts';
import type { NamedStatement, PlannedRole } from './planned-roles.ts';
import type { Statement } from './policy.ts';
import { shortName } from './short-name.ts';
import { wantedCalls, type WantedCall } from './wanted-calls.ts';

type Verdict = 'ok' | 'refused' | 'unused' | 'too wide' | 'unreadable';

/** One thing that is said of a function in one place. */
export type Row = {
  readonly function: string;
  /** Environment and region. */
  readonly place: string;
  readonly verdict: Verdict;
  readonly action: string;
  readonly resource: string;
  readonly detail: string;
  /** What to do; `undefined` when all is well. */
  readonly remedy?: string;
};

/** Where the statements of a policy are written. */
const fileOf = (functionName: string, policy: string): string =>
  policy === 'calls'
    ? `terraform/modules/region/policy-${functionName}.tf`
    : policy === 'queue'
      ? 'terraform/modules/consumer/policies.tf'
      : 'terraform/modules/function/role.tf';

type Said = Omit<Row, 'function' | 'place'>;

const refusal = (role: PlannedRole, boundary: readonly Statement[], call: WantedCall): Said[] => {
  const resource = call.resources.map((arn) => shortName(role, arn)).join(' or ');
  const said = { action: call.action, resource, detail: call.detail, verdict: 'refused' as const };
  const own = fileOf(role.function, 'calls');
  if (!allows(role.statements, call)) {
    const unmet = role.statements
      .filter((statement) => speaksOf(statement, call))
      .flatMap((statement) => unmetConditions(statement, call));
    const remedy =
      unmet.length > 0
        ? `The condition on ${[...new Set(unmet)].join(', ')} refuses it: change the condition in ${own}, or the call.`
        : `Nothing allows it: allow it in ${own}, or take the call out of functions/${role.function}.`;
    return [{ ...said, remedy }];
  }
  if (allows(boundary, call)) return [];
  return [
    { ...said, remedy: 'The boundary of all roles refuses it: terraform/bootstrap/boundary.tf.' },
  ];
};

const isAllowedStar = (resource: string, action: string): boolean =>
  allowedStars.some((star) => star.resource === resource && star.actions.includes(action));

const widthOf = (resource: string, action: string): string | undefined => {
  if (action.includes('*') || action.includes('?')) return 'an action has no star';
  if (!/[*?]/.test(resource) || isAllowedStar(resource, action)) return undefined;
  return 'a star in a resource needs a reason in scripts/iam/allowed-stars.ts';
};

const permission = (
  role: PlannedRole,
  wanted: readonly WantedCall[],
  statement: NamedStatement,
  action: string,
  arn: string,
): Said => {
  const only: Statement = { ...statement, Action: [action], Resource: [arn] };
  const used = wanted.filter((call) => allows([only], call));
  // An address that only others know of is theirs to bound.
  const isGiven = arn === role.cartApiArn;
  const resource = shortName(role, arn);
  const wide = isGiven ? undefined : widthOf(resource, action);
  const file = fileOf(role.function, statement.policy);
  const detail = [...new Set(used.map((call) => call.detail))].toSorted().join(', ');
  const said = { action, resource, detail };
  if (used.length === 0) {
    const remedy = `No test saw a call that needs it: take it out of ${file} (${statement.Sid}), or test what makes the call.`;
    return { ...said, verdict: 'unused', remedy };
  }
  return wide === undefined
    ? { ...said, verdict: 'ok' }
    : { ...said, verdict: 'too wide', remedy: `${file} (${statement.Sid}): ${wide}.` };
};

/**
 * What is to be said of one function in one place: every permission with the calls that use it, every call that is refused.
 * @param boundary statements of the boundary that bounds every role of the environment
 */
export const compare = (
  role: PlannedRole,
  boundary: readonly Statement[],
  recorded: readonly RecordedCall[],
): Row[] => {
  const { wanted, odd } = wantedCalls(role, recorded);
  const said: Said[] = [
    ...role.statements
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap((statement) =>
        statement.Action.flatMap((action) =>
          statement.Resource.map((arn) => permission(role, wanted, statement, action, arn)),
        ),
      ),
    ...wanted.flatMap((call) => refusal(role, boundary, call)),
    ...odd.map(({ action, problem }) => ({
      action,
      resource: '',
      detail: '',
      verdict: 'unreadable' as const,
      remedy: `A call of ${role.function} cannot be judged: ${problem}.`,
    })),
  ];
  const place = `${role.environment} ${role.region}`;
  return said.map((each) => ({ ...each, function: role.function, place }));
};
