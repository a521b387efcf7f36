/** Every bucket is closed to the public, owned, encrypted, versioned, and takes TLS alone. */
import * as v from 'valibot';
import type { Plan } from '../plan-file.ts';
import { deniesWithoutTls, planned, Policy } from './planned.ts';

const Named = v.object({ bucket: v.string() });
const on = v.literal(true);

/** What every bucket has beside it, and how it must be. */
const settings = {
  aws_s3_bucket_public_access_block: v.object({
    block_public_acls: on,
    block_public_policy: on,
    ignore_public_acls: on,
    restrict_public_buckets: on,
  }),
  aws_s3_bucket_ownership_controls: v.object({
    rule: v.tuple([v.object({ object_ownership: v.literal('BucketOwnerEnforced') })]),
  }),
  aws_s3_bucket_server_side_encryption_configuration: v.object({
    rule: v.tuple([
      v.object({
        apply_server_side_encryption_by_default: v.tuple([v.object({ sse_algorithm: v.string() })]),
      }),
    ]),
  }),
  aws_s3_bucket_versioning: v.object({
    versioning_configuration: v.tuple([v.object({ status: v.literal('Enabled') })]),
  }),
  aws_s3_bucket_policy: v.object({ policy: v.pipe(Policy, v.check(deniesWithoutTls)) }),
} as const;

export const bucketFaults = (plan: Plan): string[] =>
  planned(plan, 'aws_s3_bucket', Named).flatMap(({ address, values: { bucket } }) =>
    Object.entries(settings).flatMap(([type, schema]) => {
      const own = plan.resources.find(
        (each) => each.type === type && each.values['bucket'] === bucket,
      );
      return own && v.is(schema, own.values)
        ? []
        : [`${address} has no ${type}, or not as every bucket has it.`];
    }),
  );
