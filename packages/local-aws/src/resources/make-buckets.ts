/** Makes the buckets. */
import { CreateBucketCommand, PutBucketVersioningCommand, type S3Client } from '@aws-sdk/client-s3';
import { region } from '../client-env.ts';

const makeBucket = async (client: S3Client, bucket: string, versioning: boolean): Promise<void> => {
  await client.send(
    new CreateBucketCommand({
      Bucket: bucket,
      CreateBucketConfiguration: { LocationConstraint: region },
    }),
  );
  if (!versioning) return;
  await client.send(
    new PutBucketVersioningCommand({
      Bucket: bucket,
      VersioningConfiguration: { Status: 'Enabled' },
    }),
  );
};

/** Makes `buckets`. `versioning` is false for a backend that keeps no versions. */
export const makeBuckets = async (
  client: S3Client,
  buckets: readonly string[],
  versioning: boolean,
): Promise<void> => {
  await Promise.all(buckets.map((bucket) => makeBucket(client, bucket, versioning)));
};
