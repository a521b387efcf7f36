/** The functions of a plan with what their roles may do. Pure. */
import * as v from 'valibot';
import type { Plan, PlannedResource } from '../terraform/plan-file.ts';
import { statementsOf, type Statement } from './policy.ts';

export type NamedStatement = Statement & {
  /** Name of the policy that it stands in: `calls`, `platform` or `queue`. */
  readonly policy: string;
};

export type PlannedRole = {
  readonly environment: string;
  readonly accountId: string;
  readonly region: string;
  /** As functions.json names it. */
  readonly function: string;
  readonly functionName: string;
  readonly roleName: string;
  readonly isTraced: boolean;
  readonly variables: Readonly<Record<string, string>>;
  readonly statements: readonly NamedStatement[];
  /** ARN of the Cart API in this region, where one is named. */
  readonly cartApiArn?: string | undefined;
};

const Variables = v.object({
  environment: v.string(),
  account_id: v.string(),
  regions: v.record(v.string(), v.object({ cart_api_arn: v.nullish(v.string()) })),
});

const FunctionValues = v.object({
  function_name: v.string(),
  environment: v.tuple([v.object({ variables: v.record(v.string(), v.string()) })]),
  tracing_config: v.tuple([v.object({ mode: v.string() })]),
});
const RoleValues = v.object({
  name: v.string(),
  // Managed and inline policies of the role itself; its own are resources beside it.
  managed_policy_arns: v.nullish(v.pipe(v.array(v.string()), v.empty())),
  inline_policy: v.nullish(v.pipe(v.array(v.unknown()), v.empty())),
});
const PolicyValues = v.object({ name: v.string(), role: v.string(), policy: v.string() });

/** `module.region["R"].module.function["F"]`, in which function and role are made. */
const place = /^module\.region\["([^"]+)"\]\.module\.function\["([^"]+)"\]\./;

const attachments = ['aws_iam_role_policy_attachment', 'aws_iam_policy_attachment'];

const read = <S extends v.GenericSchema>(schema: S, { address, values }: PlannedResource) => {
  const result = v.safeParse(schema, values);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(
    `${address}: ${v.getDotPath(issue) ?? ''} is not known in the plan, or not as expected: ${issue.message}. ARNs are built from names, so that policies are.`,
  );
};

const policiesOf = (plan: Plan): Map<string, NamedStatement[]> => {
  const all = plan.resources
    .filter(({ type }) => type === 'aws_iam_role_policy')
    .map((resource) => ({ ...read(PolicyValues, resource), address: resource.address }));
  return Map.groupBy(
    all.flatMap(({ address, name, role, policy }) =>
      statementsOf(address, policy).map((statement) => ({ ...statement, policy: name, role })),
    ),
    ({ role }) => role,
  );
};

/** A managed policy is shown by no plan: what a role has beside its own policies can't be judged. */
const refuseAttachments = (plan: Plan, roles: ReadonlySet<string>): void => {
  const isOfFunction = ({ values }: PlannedResource): boolean =>
    typeof values['role'] !== 'string' || roles.has(values['role']);
  const first = plan.resources.filter(({ type }) => attachments.includes(type)).find(isOfFunction);
  if (first)
    throw new Error(
      `${first.address} attaches a managed policy, which no plan shows: write its statements into the role's own policy.`,
    );
};

/** @throws Error naming the resource, when a policy is not known, or not in the role's own documents */
export const plannedRoles = (plan: Plan): PlannedRole[] => {
  const { environment, account_id: accountId, regions } = v.parse(Variables, plan.variables);
  const policies = policiesOf(plan);
  const roles = plan.resources
    .filter(({ type, address }) => type === 'aws_lambda_function' && place.test(address))
    .map((resource) => {
      const [prefix = '', region = '', name = ''] = place.exec(resource.address) ?? [];
      const made = read(FunctionValues, resource);
      const role = plan.resources.find(
        ({ type, address }) => type === 'aws_iam_role' && address.startsWith(prefix),
      );
      if (!role) throw new Error(`${resource.address} has no role beside it.`);
      const roleName = read(RoleValues, role).name;
      return {
        environment,
        accountId,
        region,
        function: name,
        functionName: made.function_name,
        roleName,
        isTraced: made.tracing_config[0].mode === 'Active',
        variables: made.environment[0].variables,
        statements: policies.get(roleName) ?? [],
        cartApiArn: regions[region]?.cart_api_arn ?? undefined,
      };
    });
  refuseAttachments(plan, new Set(roles.map(({ roleName }) => roleName)));
  return roles;
};
