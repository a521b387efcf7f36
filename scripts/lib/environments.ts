/** terraform/environments.json: what commands must know of each environment without Terraform, whose tests hold it to the var files. */
import { readJsonFile } from '@bbws/local-aws/json-file';
import * as v from 'valibot';

const Environment = v.object({
  accountId: v.pipe(v.string(), v.regex(/^\d{12}$/)),
  /** The first one first. */
  regions: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/))),
    v.minLength(1),
  ),
  /** Name of the API; where there are two regions, each has `{region}.{apiDomain}` of its own. */
  apiDomain: v.pipe(v.string(), v.nonEmpty()),
  /** The portal's origin: one that browsers may call from. */
  portalOrigin: v.pipe(v.string(), v.url()),
  /** How a new version takes over; null for at once, with `terraform apply`. */
  canary: v.nullable(v.object({ percent: v.number(), minutes: v.number() })),
});
export type Environment = v.InferOutput<typeof Environment>;

/** By name. @throws Error when the file does not fit its schema */
export const readEnvironments = (): Readonly<Record<string, Environment>> =>
  readJsonFile(
    new URL('../../terraform/environments.json', import.meta.url),
    v.record(v.string(), Environment),
  );

/** What the names of a region's buckets end with: they are names of the whole world, and the first region has the plain ones. */
export const bucketSuffix = (environment: string, region: string): string => {
  const [, ...further] = readEnvironments()[environment]?.regions ?? [];
  return further.includes(region) ? `-${region}` : '';
};

/**
 * Regions of the local AWS. There is one AWS, which both names lead to: its functions run in the first, so that a move to
 * the second shows what callers see where nobody writes.
 */
export const localRegions = ['af-south-1', 'eu-west-1'] as const;
