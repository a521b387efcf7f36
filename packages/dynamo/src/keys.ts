/**
 * Keys of the table and its indexes: the only place that builds them (design section 3; table.json names the
 * attributes). Ids are parsed by strict patterns first, so that no `#` can be smuggled in.
 */
import { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { OrderStatus } from '@bbws/domain/order-status';
import * as v from 'valibot';
import { parseItem } from './parse-item.ts';

export const indexes = {
  byDate: 'OrdersByDateIndex',
  byId: 'OrderByIdIndex',
  byStatus: 'OrdersByStatusIndex',
  outbox: 'OutboxIndex',
} as const;

/** An order's place in time: orders are listed newest first, ties by id. */
export type Position = { readonly dateCreated: string; readonly id: OrderId };

/** What the partitions of tenants begin with. */
export const tenantsPrefix = 'TENANT#';
const partition = (tenantId: TenantId): string => `${tenantsPrefix}${tenantId}`;
const placeInTime = ({ dateCreated, id }: Position): string => `${dateCreated}#${id}`;

export const orderKey = (tenantId: TenantId, id: OrderId) => ({
  PK: partition(tenantId),
  SK: `ORDER#${id}`,
});

/** Partition of a tenant's orders, and what all their sort keys begin with. */
export const ordersPrefix = (tenantId: TenantId) => ({ PK: partition(tenantId), SK: 'ORDER#' });

export const counterKey = (tenantId: TenantId, day: string, region: string) => ({
  PK: partition(tenantId),
  SK: `COUNTER#ORDER#${day}${region && `#${region}`}`,
});

/** @param version version of the order, for effects that happen once per change */
export const effectKey = (tenantId: TenantId, id: OrderId, effect: string, version?: number) => ({
  PK: partition(tenantId),
  SK: `EFFECT#${id}#${effect}${version === undefined ? '' : `#${String(version)}`}`,
});

/** Partition of an order's effects, and what all their sort keys begin with. */
export const effectsPrefix = (tenantId: TenantId, id: OrderId) => ({
  PK: partition(tenantId),
  SK: `EFFECT#${id}#`,
});

/** Where the mails of an order are noted that an operator had sent once more. */
export const repeatsKey = (tenantId: TenantId, id: OrderId) => ({
  PK: partition(tenantId),
  SK: `REPEATS#${id}`,
});

export const writerKey = { PK: 'CONTROL', SK: 'WRITER' } as const;

export const byDateKey = (tenantId: TenantId, position: Position) => ({
  GSI1_PK: partition(tenantId),
  GSI1_SK: placeInTime(position),
});

export const byIdKey = (id: OrderId) => ({ GSI2_PK: `ORDER#${id}`, GSI2_SK: 'METADATA' });

export const byStatusKey = (tenantId: TenantId, status: OrderStatus, position: Position) => ({
  GSI3_PK: `${partition(tenantId)}#STATUS#${status}`,
  GSI3_SK: placeInTime(position),
});

/** Ten partitions, so that no single one takes the writes of every order. */
const outboxShards = 10;
const outboxPartition = (shard: number): string => `OUTBOX#${String(shard)}`;

/** The partitions of the outbox index, all of them. */
export const outboxPartitions: readonly string[] = Array.from({ length: outboxShards }, (_, n) =>
  outboxPartition(n),
);

/** @param dueAt UTC time from which the sweeper may publish again */
export const outboxKey = (id: OrderId, dueAt: string) => ({
  GSI4_PK: outboxPartition(Number.parseInt(id.slice(0, 8), 16) % outboxShards),
  GSI4_SK: `${dueAt}#${id}`,
});

/** Lies behind the sort keys of the outboxes that are due at `time` (UTC), before those of later ones: `$` follows `#`. */
export const outboxesDueEnd = (time: string): string => `${time}$`;

const Partition = v.pipe(
  v.string(),
  v.startsWith(tenantsPrefix),
  v.transform(withoutPrefix),
  TenantId,
);
const OrderKey = v.object({
  PK: Partition,
  SK: v.pipe(v.string(), v.startsWith('ORDER#'), v.transform(withoutPrefix), OrderId),
});

function withoutPrefix(key: string): string {
  return key.slice(key.indexOf('#') + 1);
}

/** Tenant and id of an order from its key. Throws `ItemError` when it is the key of something else. */
export const parseOrderKey = (key: unknown): { tenantId: TenantId; id: OrderId } => {
  const { PK, SK } = parseItem(OrderKey, key, 'The key of an order');
  return { tenantId: PK, id: SK };
};

const TenantKey = v.object({ PK: Partition });

/** The tenant of an item from its key. Throws `ItemError` when it is no tenant's. */
export const parsePartition = (key: unknown): TenantId =>
  parseItem(TenantKey, key, 'The key of a tenant’s item').PK;

// The name is the repository's own and has no `#`; neither have an id and a number.
const EffectKey = v.object({
  SK: v.pipe(
    v.string(),
    v.regex(/^EFFECT#[^#]+#[^#]+(?:#[1-9]\d{0,14})?$/),
    v.transform((key) => key.split('#')),
  ),
});

/** Name and version of an effect from its key. Throws `ItemError` when it is the key of something else. */
export const parseEffectKey = (key: unknown): { name: string; version?: number } => {
  const [, , name = '', version] = parseItem(EffectKey, key, 'The key of an effect').SK;
  return { name, ...(version !== undefined && { version: Number(version) }) };
};
