/** Nothing lets in the whole world; services come in for named things of this account alone. */
import * as v from 'valibot';
import type { Plan, PlannedResource } from '../plan-file.ts';
import { Policy, read } from './planned.ts';

/** Types that would open something. */
const open = ['aws_s3_bucket_acl', 'aws_s3_bucket_website_configuration'];

/**
 * Types whose policy a service needs no bound in: whoever may use a key must also be let in by what the key encrypts, and a
 * role is handed to a service by somebody who may pass it.
 */
const unbound = ['aws_kms_key', 'aws_iam_role'];

type Statement = v.InferOutput<typeof Policy>[number];

const principalsOf = ({ Principal, NotPrincipal }: Statement): string[] =>
  NotPrincipal !== undefined
    ? ['*']
    : typeof Principal === 'string'
      ? [Principal]
      : Object.values(Principal).flat();

const isBound = ({ Condition }: Statement): boolean =>
  Object.values(Condition).some((keys) =>
    Object.keys(keys).some((key) => /^aws:Source(Arn|Account)$/.test(key)),
  );

/** Whether the statement says whole which of an issuer's subjects it means. */
const namesSubjects = ({ Condition }: Statement): boolean =>
  Object.keys(Condition['StringEquals'] ?? {}).some((key) => key.endsWith(':sub'));

/** What a statement that allows lets in, in words; `undefined` when that is right. */
const letsIn = (statement: Statement, type: string): string | undefined => {
  const principals = principalsOf(statement);
  if (principals.includes('*')) return 'everybody';
  const issuer = principals.find((each) => /:(oidc|saml)-provider\//.test(each));
  if (issuer !== undefined && !namesSubjects(statement)) return `everybody of ${issuer}`;
  const service = principals.find((each) => each.endsWith('.amazonaws.com'));
  if (service === undefined || unbound.includes(type) || isBound(statement)) return undefined;
  return `${service} for any account`;
};

const Text = v.nullish(v.string(), '');
const Texts = v.object({ policy: Text, assume_role_policy: Text });

/** What the plan must know of these: a policy that it learns from AWS while it is applied would be looked at by nobody. */
const known: Readonly<Record<string, v.GenericSchema>> = {
  aws_iam_role: v.object({ assume_role_policy: v.string() }),
  aws_kms_key: v.object({ policy: v.string() }),
  aws_s3_bucket_policy: v.object({ policy: v.string() }),
  aws_sns_topic_policy: v.object({ policy: v.string() }),
  aws_sqs_queue_policy: v.object({ policy: v.string() }),
};
const Guard = v.object({ document: Policy });

/** Policies that say who may come in; those that do not say what their holder may do. */
const guards = (resource: PlannedResource): Statement[] => {
  read(known[resource.type] ?? v.unknown(), resource);
  const { policy, assume_role_policy } = read(Texts, resource).values;
  return [policy, assume_role_policy]
    .filter((text) => /"(Not)?Principal"/.test(text))
    .flatMap((document) => read(Guard, { ...resource, values: { document } }).values.document);
};

export const publicFaults = ({ resources }: Plan): string[] => [
  ...resources.flatMap((resource) =>
    guards(resource)
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap((statement) => {
        const guest = letsIn(statement, resource.type);
        return guest === undefined ? [] : [`${resource.address} lets in ${guest}.`];
      }),
  ),
  ...resources
    .filter(({ type }) => open.includes(type))
    .map(({ address }) => `${address} opens what is closed.`),
];
