/** Stores rendered invoices in the orders bucket. */
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

export type Invoice = {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** Name under which a browser saves the file, without extension. */
  readonly fileName: string;
};

/** Writes the object; the bucket's default encryption applies. One PUT request. */
export const putInvoice =
  (s3: S3Client, bucket: string) =>
  async ({ key, bytes, fileName }: Invoice): Promise<void> => {
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: bytes,
        ContentType: 'application/pdf',
        ContentDisposition: `inline; filename="${fileName}.pdf"`,
      }),
    );
  };
