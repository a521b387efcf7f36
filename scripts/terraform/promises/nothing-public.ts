/** Nothing lets in the whole world; services come in for named things of this account alone. */
import * as v from 'valibot';
import type { Plan } from '../plan-file.ts';
import { planned, Policy } from './planned.ts';

/** Types whose `policy` says who may come in. */
const guarded = [
  'aws_kms_key',
  'aws_s3_bucket_policy',
  'aws_sns_topic_policy',
  'aws_sqs_queue_policy',
];

/** Types that would open something. */
const open = ['aws_s3_bucket_acl', 'aws_s3_bucket_website_configuration'];

type Statement = v.InferOutput<typeof Policy>[number];

const principalsOf = ({ Principal }: Statement): string[] =>
  typeof Principal === 'string' ? [Principal] : Object.values(Principal).flat();

const isBound = ({ Condition }: Statement): boolean =>
  Object.values(Condition).some((keys) =>
    Object.keys(keys).some((key) => /^aws:Source(Arn|Account)$/.test(key)),
  );

/** What a statement that allows lets in, in words; `undefined` when that is right. */
const letsIn = (statement: Statement, type: string): string | undefined => {
  const principals = principalsOf(statement);
  if (principals.includes('*')) return 'everybody';
  const service = principals.find((each) => each.endsWith('.amazonaws.com'));
  // Whoever may use a key must also be let in by what the key encrypts.
  if (service === undefined || type === 'aws_kms_key' || isBound(statement)) return undefined;
  return `${service} for any account`;
};

export const publicFaults = (plan: Plan): string[] => [
  ...guarded.flatMap((type) =>
    planned(plan, type, v.object({ policy: Policy })).flatMap(({ address, values }) =>
      values.policy
        .filter(({ Effect }) => Effect === 'Allow')
        .flatMap((statement) => {
          const guest = letsIn(statement, type);
          return guest === undefined ? [] : [`${address} lets in ${guest}.`];
        }),
    ),
  ),
  ...plan.resources
    .filter(({ type }) => open.includes(type))
    .map(({ address }) => `${address} opens what is closed.`),
];
