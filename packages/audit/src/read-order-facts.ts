/** Gathers what is known of one order. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { listEffects } from '@bbws/dynamo/list-effects';
import { listRepeats } from '@bbws/dynamo/list-repeats';
import { ItemError } from '@bbws/dynamo/parse-item';
import { readListedOrder, type ListedOrder } from '@bbws/dynamo/read-listed-order';
import type { Table } from '@bbws/dynamo/table';
import type { DeadLetter } from './dead-letter.ts';
import type { OrderFacts, WaitingMessage } from './facts.ts';
import { readInvoices } from './read-invoices.ts';

export type FactSources = {
  readonly table: Table;
  readonly s3: S3Client;
  readonly ordersBucket: string;
};

/**
 * The facts of one order.
 * @param deadLetters every message of the dead-letter queues, of whatever order; absent when they were not read
 * @param repeats true to look for mails that were sent twice on purpose as well, where there is an inbox to compare with
 *
 * Table: a consistent GetItem (about one read unit) and a consistent Query (one); another GetItem for `repeats` (one).
 * Bucket: see `readInvoices`.
 */
export const readOrderFacts =
  ({ table, s3, ordersBucket }: FactSources) =>
  async (
    tenantId: TenantId,
    orderId: OrderId,
    deadLetters?: readonly DeadLetter[],
    { repeats = false }: { readonly repeats?: boolean } = {},
  ): Promise<OrderFacts> => {
    // The record last: it then knows of every object and effect that was seen, and names more recent ones with their time.
    const [effects, repeated, invoices] = await Promise.all([
      readable(listEffects(table)(tenantId, orderId)),
      repeats ? readable(listRepeats(table)(tenantId, orderId)) : undefined,
      readInvoices(s3, ordersBucket)(tenantId, orderId),
    ]);
    const record = await readable<ListedOrder | undefined>(
      readListedOrder(table)(tenantId, orderId),
    );
    return {
      tenantId,
      orderId,
      stored: record.value?.stored,
      listing: record.value?.listing,
      unreadable: record.error ?? effects.error ?? repeated?.error,
      invoices,
      effects: effects.value ?? [],
      repeated: repeated?.value,
      waiting: deadLetters
        ?.filter((letter) => letter.orderId === orderId && letter.tenantId === tenantId)
        .map(waitingMessageOf),
    };
  };

type Read<T> = { readonly value?: T; readonly error?: string };

/** What was read, or what is wrong with its form. Other errors are thrown. */
const readable = async <T>(read: Promise<T>): Promise<Read<T>> => {
  try {
    return { value: await read };
  } catch (error) {
    if (error instanceof ItemError) return { error: error.message };
    throw error;
  }
};

const waitingMessageOf = ({
  queue,
  eventType,
  orderVersion,
  reason,
}: DeadLetter): WaitingMessage => ({ queue, eventType, orderVersion, reason, deadLetter: true });
