import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchLogo } from './fetch-logo.ts';
import { aPng } from './testing/images.ts';

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws();
});
afterAll(() => aws.close());

const put = async (Body: Uint8Array) => {
  const object = { Bucket: aws.resources.templatesBucket, Key: 'branding/logo.png', Body };
  const { ETag } = await aws.clients.s3.send(new PutObjectCommand(object));
  return ETag;
};

test('a bucket without a logo has none; then it has one, which is fetched once', async () => {
  const fetch = fetchLogo(aws.clients.s3, aws.resources.templatesBucket);
  expect(await fetch(undefined)).toBe('missing');
  const etag = await put(aPng());

  const fetched = await fetch(undefined);

  expect(fetched).toEqual({ bytes: new Uint8Array(aPng()), etag });
  expect(await fetch(etag)).toBe('unchanged');
});

test('of a huge object no more is fetched than it takes to see that it is too large', async () => {
  await put(new Uint8Array(2_000_000));

  const fetched = await fetchLogo(aws.clients.s3, aws.resources.templatesBucket)(undefined);

  expect(fetched).toMatchObject({ bytes: { length: 256 * 1024 + 1 } });
});

test('an empty object has no bytes', async () => {
  await put(new Uint8Array());

  const fetched = await fetchLogo(aws.clients.s3, aws.resources.templatesBucket)(undefined);

  expect(fetched).toMatchObject({ bytes: { length: 0 } });
});

test('a bucket that does not answer is an error', async () => {
  const { credentials } = aws.clients.s3.config;
  const endpoint = 'http://127.0.0.1:1';
  const s3 = new S3Client({ region: aws.region, credentials, endpoint, maxAttempts: 1 });

  await expect(fetchLogo(s3, 'templates')(undefined)).rejects.toThrow('ECONNREFUSED');
});
