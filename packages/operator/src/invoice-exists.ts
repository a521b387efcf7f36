/** Whether an invoice lies in the orders bucket. */
import { HeadObjectCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';

/** One HEAD request. Throws for every answer but yes and no, as when the caller may not look. */
export const invoiceExists =
  (s3: S3Client, bucket: string) =>
  async (key: string): Promise<boolean> => {
    try {
      await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  };
