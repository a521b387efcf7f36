/** An order as it lies in the table: the order itself and what the repository keeps beside it. */
import { Uuid } from '@bbws/domain/identifiers';
import { LinkKey } from '@bbws/domain/link-key';
import { Order } from '@bbws/domain/order';
import { OrderEvent, schemaVersion } from '@bbws/domain/order-event';
import * as v from 'valibot';
import { parseItem } from './parse-item.ts';

/** Written by newer code, during a deployment: left alone until this code is newer too. */
const NewerEvent = v.object({
  schemaVersion: v.pipe(v.number(), v.notValue(schemaVersion)),
});

const isKnown = (event: OrderEvent | v.InferOutput<typeof NewerEvent>): event is OrderEvent =>
  event.schemaVersion === schemaVersion;

const Bookkeeping = v.object({
  /** Events that are part of this order's writes and not yet known to be received, by event id. */
  outbox: v.record(Uuid, v.union([OrderEvent, NewerEvent])),
  /** Hash of the request that created the order, when it came with an Idempotency-Key. */
  requestHash: v.optional(v.string()),
  /** Signs the links to the invoice; given when the order is recorded. */
  linkKey: v.optional(LinkKey),
  /** While the outbox has events: when the sweeper may publish them again, and the order's id. */
  GSI4_SK: v.optional(v.string()),
});

export type StoredOrder = {
  readonly order: Order;
  readonly outbox: readonly OrderEvent[];
  /** Ids of events in the outbox that newer code wrote and this code does not know; absent when there are none. */
  readonly unknownEvents?: readonly string[];
  /** UTC time from which the sweeper may publish the outbox; absent when it is empty. */
  readonly outboxDueAt?: string;
  readonly requestHash?: string;
  /** A secret: signs the links to the invoice. Absent until the order is recorded, and when it is rejected. */
  readonly linkKey?: LinkKey;
};

/** Parses an order's item. Throws `ItemError`. */
export const parseStoredOrder = (item: unknown): StoredOrder => {
  const order = parseItem(Order, item, 'An order');
  const { outbox, requestHash, linkKey, GSI4_SK } = parseItem(Bookkeeping, item, 'An order');
  const unknownEvents = Object.entries(outbox).flatMap(([id, event]) =>
    isKnown(event) ? [] : [id],
  );
  return {
    order,
    outbox: Object.values(outbox).filter(isKnown),
    ...(unknownEvents.length > 0 && { unknownEvents }),
    ...(GSI4_SK !== undefined && { outboxDueAt: GSI4_SK.slice(0, GSI4_SK.indexOf('#')) }),
    ...(requestHash !== undefined && { requestHash }),
    ...(linkKey !== undefined && { linkKey }),
  };
};

/** True when the write `writeId` is part of the order's history: a retry that meets its own write has succeeded. */
export const hasWrite = (order: Order, writeId: string): boolean =>
  order.statusHistory.some((change) => change.writeId === writeId);
