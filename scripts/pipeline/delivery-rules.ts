/** .github/environments.json: who approves a deployment, from which branch it comes and when. The workflows are held to it. */
import { readJsonFile } from '@bbws/local-aws/json-file';
import * as v from 'valibot';
import { oneOf, required } from '../lib/arguments.ts';

const Name = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/));

/** One reviewer satisfies an environment of GitHub: each approval is an environment of its own, and they are chained. */
const Approval = v.strictObject({ environment: Name, role: v.string(), team: Name });

const Rules = v.strictObject({
  branch: Name,
  /** The workflow that deploys, in .github/workflows. */
  workflow: v.pipe(v.string(), v.endsWith('.yml')),
  /** The environment whose zips are taken; where it is missing they are built. */
  promotes: v.optional(Name),
  /** In their order. The last one deploys. */
  approvals: v.pipe(v.array(Approval), v.minLength(1)),
  /** Whether whoever started a deployment may approve it. */
  selfReview: v.boolean(),
  /** Between the approval before the last one and the deployment, at least. */
  waitMinutes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  businessHours: v.boolean(),
});
export type DeliveryRules = v.InferOutput<typeof Rules>;

const environments = ['dev', 'sit', 'prod'] as const;
export type EnvironmentName = (typeof environments)[number];

/** By environment. @throws Error when the file does not fit its schema */
export const readDeliveryRules = (): Readonly<Record<EnvironmentName, DeliveryRules>> =>
  readJsonFile(
    new URL('../../.github/environments.json', import.meta.url),
    v.strictObject({ dev: Rules, sit: Rules, prod: Rules }),
  );

/** The environment whose jobs plan: a plan comes before the approvals, so nobody approves it. */
export const planEnvironment = (name: EnvironmentName): string => `${name}-plan`;

/** The environment that an option names. @throws UsageError when it is missing or unknown */
export const environmentOf = (value: string | undefined): EnvironmentName =>
  oneOf('env', required('env', value), environments);
