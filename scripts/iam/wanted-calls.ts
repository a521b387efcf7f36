/** The calls that a function's role must be able to make in one place: those recorded, and those that follow from its trigger. Pure. */
import type { RecordedCall } from '@bbws/local-aws/calls/recorded-call';
import { derivedCalls, queueArn } from './derived-calls.ts';
import type { ConcreteCall } from './matches.ts';
import type { PlannedRole } from './planned-roles.ts';

export type WantedCall = ConcreteCall & {
  /** For people: the keys that it was made with, or who makes it when no test can. */
  readonly detail: string;
};

/** A call that the recorder could not read, or whose resource no variable of the function names. */
export type OddCall = { readonly action: string; readonly problem: string };

/** SES looks at the identity of the address, or at that of its domain: whichever the account has. */
const identityArns = (role: PlannedRole, address: string): string[] =>
  [address.split('@').at(-1) ?? '', address].map(
    (identity) => `arn:aws:ses:${role.region}:${role.accountId}:identity/${identity}`,
  );

type Recorded = RecordedCall['resource'];

const arnsOf = (role: PlannedRole, { type, part = '' }: Recorded, name: string): string[] => {
  const table = `arn:aws:dynamodb:${role.region}:${role.accountId}:table/${name}`;
  switch (type) {
    case 'table':
      return [table];
    case 'index':
      return [`${table}/index/${part}`];
    case 'topic':
      return [name];
    case 'queue':
      return [queueArn(name)];
    case 'bucket':
      return [`arn:aws:s3:::${name}`];
    case 'object':
      return [`arn:aws:s3:::${name}/${part}`];
    case 'identity':
      return identityArns(role, name);
    case 'configuration-set':
      return [`arn:aws:ses:${role.region}:${role.accountId}:configuration-set/${name}`];
    case 'unknown':
      return [];
  }
};

const problemOf = (role: PlannedRole, { resource }: RecordedCall): string | undefined => {
  const { type, name = '', variable } = resource;
  if (type === 'unknown')
    return `the recorder cannot read it (${name}): teach packages/local-aws/src/calls`;
  if (variable === undefined) return `no variable of the function names the ${type} ${name}`;
  return role.variables[variable] === undefined
    ? `the function has no variable ${variable} in the plan`
    : undefined;
};

/** Names in braces are variables: `{SES_FROM_ADDRESS}`. */
const filled = (role: PlannedRole, text: string): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => role.variables[name] ?? whole);

const concrete = (role: PlannedRole, call: RecordedCall): WantedCall => ({
  action: call.action,
  resources: arnsOf(role, call.resource, role.variables[call.resource.variable ?? ''] ?? ''),
  context: Object.fromEntries(
    Object.entries(call.context).map(([key, values]) => [
      key,
      values.map((value) => filled(role, value)),
    ]),
  ),
  detail: [
    ...Object.values(call.context).flat(),
    ...(call.detail === undefined ? [] : [call.detail]),
    ...(call.resource.type === 'object' ? [call.resource.part ?? ''] : []),
  ].join(' '),
});

const derived = (role: PlannedRole): WantedCall[] =>
  derivedCalls.flatMap(({ by, actions, resourceOf, context = {} }) => {
    const resource = resourceOf(role);
    return resource === undefined
      ? []
      : actions.map((action) => ({ action, resources: [resource], context, detail: `(${by})` }));
  });

/** @param recorded the calls of every function */
export const wantedCalls = (
  role: PlannedRole,
  recorded: readonly RecordedCall[],
): { readonly wanted: readonly WantedCall[]; readonly odd: readonly OddCall[] } => {
  const own = recorded.filter((call) => call.function === role.function);
  const odd = own.flatMap((call) => {
    const problem = problemOf(role, call);
    return problem === undefined ? [] : [{ action: call.action, problem }];
  });
  const readable = own.filter((call) => problemOf(role, call) === undefined);
  return { wanted: [...readable.map((call) => concrete(role, call)), ...derived(role)], odd };
};
