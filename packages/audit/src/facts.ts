/** What is known of one order, gathered from table, bucket, queues and, where there is one, an inbox. Plain data. */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { EffectFact } from '@bbws/dynamo/list-effects';
import type { Listing } from '@bbws/dynamo/read-listed-order';
import type { RepeatedMail } from '@bbws/dynamo/repeated-mail';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { EffectName } from '@bbws/dynamo/effect';

/** An object in the orders bucket whose key begins like those of the order's invoices. */
export type InvoiceFact = {
  readonly key: string;
  /** Hash of its bytes, in lower-case hexadecimal. */
  readonly sha256: string;
};

/** A mail as its recipient has it. */
export type MailFact = {
  readonly kind: EffectName;
  /** Version of the order that the mail is about; absent for mails of which there is one per order, or when not known. */
  readonly version?: number | undefined;
  readonly messageId: string;
  /** Personal: compared, never reported. */
  readonly to: string;
  /** True when an operator had it sent once more: then there is one too many on purpose. */
  readonly isRepeated?: boolean;
};

/** A message about an order that nobody has done yet. */
export type WaitingMessage = {
  /** Name of the function that reads its queue. */
  readonly queue: string;
  readonly eventType?: string | undefined;
  readonly orderVersion?: number | undefined;
  readonly deadLetter: boolean;
  /** Why it is in the dead-letter queue: a code. */
  readonly reason?: string | undefined;
};

export type OrderFacts = {
  readonly tenantId: TenantId;
  readonly orderId: OrderId;
  /** The number that a caller was answered, where that is known (simulator). */
  readonly answeredNumber?: string | undefined;
  readonly stored: StoredOrder | undefined;
  /** Where lists have the order, by the keys of its record; absent with it. */
  readonly listing?: Listing | undefined;
  /** What is wrong with the form of the record or an effect, so that it cannot be read. */
  readonly unreadable?: string | undefined;
  readonly invoices: readonly InvoiceFact[];
  /** The mails that were claimed or marked done; deleted 90 days after. */
  readonly effects: readonly EffectFact[];
  /** The mails that operators had sent once more; absent when nobody looked. */
  readonly repeated?: readonly RepeatedMail[] | undefined;
  /** What recipients have; absent where no inbox can be read, as in a real account. */
  readonly mails?: readonly MailFact[] | undefined;
  /** Messages about the order; absent when no queue was read. */
  readonly waiting?: readonly WaitingMessage[] | undefined;
};
