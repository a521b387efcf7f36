/** Ids of new orders (R-API-03). */
import { createHash } from 'node:crypto';
import { OrderId, type TenantId } from '@bbws/domain/identifiers';
import * as v from 'valibot';

/** The id that belongs to a tenant's idempotency key: a UUID of version 8 made of the SHA-256 of both. */
export const orderIdFor = (tenantId: TenantId, idempotencyKey: string): OrderId => {
  const hash = createHash('sha256').update(`${tenantId}\n${idempotencyKey}`).digest('hex');
  // Version and variant (RFC 9562, 5.8); the rest is the hash.
  const id = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return v.parse(OrderId, id.join('-'));
};
