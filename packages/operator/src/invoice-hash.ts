/** The bytes of an invoice in the orders bucket, by their hash. */
import { createHash } from 'node:crypto';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';

/**
 * SHA-256 in hexadecimal; `undefined` when there is no object of that key. One GET request of about 40 KB. Throws for every
 * other answer, as when the caller may not look.
 */
export const invoiceHash =
  (s3: S3Client, bucket: string) =>
  async (key: string): Promise<string | undefined> => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      return createHash('sha256').update(bytes).digest('hex');
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
