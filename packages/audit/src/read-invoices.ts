/** The invoices of an order in the bucket, with the hashes of their bytes. */
import { createHash } from 'node:crypto';
import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { invoicePrefix } from '@bbws/domain/invoice-key';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { InvoiceFact } from './facts.ts';

/** One LIST request, and a GET of each object (about 40 KB), whose bytes are hashed here. */
export const readInvoices =
  (s3: S3Client, bucket: string) =>
  async (tenantId: TenantId, id: OrderId): Promise<InvoiceFact[]> => {
    const keys: string[] = [];
    const Prefix = invoicePrefix(tenantId, id);
    for await (const { Contents = [] } of paginateListObjectsV2(
      { client: s3 },
      { Bucket: bucket, Prefix },
    ))
      keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
    return Promise.all(
      keys.map(async (key) => {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
        return { key, sha256: createHash('sha256').update(bytes).digest('hex') };
      }),
    );
  };
