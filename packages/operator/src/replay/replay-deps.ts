/** What replaying an effect takes, and what it gives. */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { OrderEvent } from '@bbws/domain/order-event';
import { clearInvoiceNote } from '@bbws/dynamo/clear-invoice-note';
import { forgetEffect } from '@bbws/dynamo/forget-effect';
import { listEffects } from '@bbws/dynamo/list-effects';
import { noteRepeat } from '@bbws/dynamo/note-repeat';
import { readOrder } from '@bbws/dynamo/read-order';
import { reopenOrder } from '@bbws/dynamo/reopen-order';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { Table } from '@bbws/dynamo/table';

export type OrderReference = { readonly tenantId: TenantId; readonly id: OrderId };

/** The operations on the table that replays are made of. */
export const tableDeps = (table: Table) => ({
  readOrder: readOrder(table),
  listEffects: listEffects(table),
  forgetEffect: forgetEffect(table),
  noteRepeat: noteRepeat(table),
  reopenOrder: reopenOrder(table),
  clearInvoiceNote: clearInvoiceNote(table),
});

export type ReplayDeps = ReturnType<typeof tableDeps> & {
  /** Sends the event to the queue of that function, and nowhere else. */
  readonly send: (functionName: string, event: OrderEvent) => Promise<void>;
  /** SHA-256 of the object of that key in the orders bucket; `undefined` when there is none. */
  readonly invoiceHash: (key: string) => Promise<string | undefined>;
  /** A fresh UUID. */
  readonly newId: () => string;
  readonly now: () => Date;
};

export type ReplayOptions = {
  /** Also what is done already: the mail is sent once more, the invoice rendered once more. */
  readonly again: boolean;
  /** Says what would be done, and does nothing. */
  readonly dryRun: boolean;
};

/** What was done, or would be in a dry run: a line for each step. Empty when there is nothing to do but what `why` says. */
export type Replayed = {
  readonly steps: readonly string[];
  /** Why nothing was done; absent when something was. */
  readonly why?: string;
};

/** The order as it is now. Throws when it is gone from the table. */
export const presentOrder = async (
  { readOrder: read }: Pick<ReplayDeps, 'readOrder'>,
  { tenantId, id }: OrderReference,
): Promise<StoredOrder> => {
  const stored = await read(tenantId, id);
  if (!stored) throw new Error(`Order ${id} is gone from the table.`);
  return stored;
};
