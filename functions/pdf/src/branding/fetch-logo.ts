/** Gets the logo from the templates bucket. */
import { GetObjectCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import { largestLogo } from './examine-logo.ts';

export const logoKey = 'branding/logo.png';

/** Bytes with the tag that names them; or that they are still those of the tag given, or that there are none. */
export type Fetched =
  { readonly bytes: Uint8Array; readonly etag: string | undefined } | 'unchanged' | 'missing';

export type FetchLogo = (knownEtag: string | undefined) => Promise<Fetched>;

/** Answers that the SDK takes for errors. S3 sends a 304 without a body, so that it has no name. An empty object has no range. */
const answerIn = (error: unknown): Fetched | undefined => {
  if (!(error instanceof S3ServiceException)) return undefined;
  if (error.$metadata.httpStatusCode === 304) return 'unchanged';
  if (error.name === 'InvalidRange') return { bytes: new Uint8Array(), etag: undefined };
  return error.name === 'NoSuchKey' ? 'missing' : undefined;
};

/** One GET request, of one byte more than a logo may have. Throws what S3 throws, but for `NoSuchKey`. */
export const fetchLogo =
  (s3: S3Client, bucket: string): FetchLogo =>
  async (knownEtag) => {
    const Range = `bytes=0-${String(largestLogo)}`;
    const IfNoneMatch = knownEtag;
    try {
      const { Body, ETag } = await s3.send(
        new GetObjectCommand({ Bucket: bucket, Key: logoKey, Range, IfNoneMatch }),
      );
      return { bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(), etag: ETag };
    } catch (error) {
      const answer = answerIn(error);
      if (answer === undefined) throw error;
      return answer;
    }
  };
