/** What the checks of the smoke test work with. */
import type { AcceptedOrder, NewOrder, OrderClient, RecordedOrder } from '@bbws/client';
import type { AuditReport } from '@bbws/audit/audit-orders';
import type { Mail } from '@bbws/local-aws/mails';
import type { Api } from './api.ts';
import type { Claims } from './claims.ts';
import { NotChecked } from './outcome.ts';
import type { Wait } from './wait.ts';

/** A user of the API. */
export type User = Claims & { readonly token: string; readonly client: OrderClient };

/** What earlier checks have found, for later ones. */
type Notes = {
  placed?: AcceptedOrder & { readonly key: string };
  recorded?: RecordedOrder;
  /** Path of the invoice's address: without what signs it. */
  invoicePath?: string;
  /** Version of the order that has been paid. */
  paidVersion?: number;
};

export type Smoke = {
  readonly api: Api;
  /** An origin that browsers may call from. */
  readonly origin: string;
  readonly user: User;
  /** A user of another tenant, when one is known. */
  readonly stranger: User | undefined;
  /** An order of another tenant, when one is known. */
  readonly foreignOrderId: string | undefined;
  /** What is ordered. */
  readonly order: NewOrder;
  /** The mails sent so far; absent where nobody can read them. */
  readonly readMails: (() => Promise<readonly Mail[]>) | undefined;
  /** The audit of an order; absent without access to table and bucket. */
  readonly audit: ((orderId: string) => Promise<AuditReport>) | undefined;
  readonly wait: Wait;
  /** A fresh UUID. */
  readonly newId: () => string;
  readonly notes: Notes;
};

/** One thing that must be so. */
export type Check = {
  readonly name: string;
  /** What must be so: said when something unforeseen comes instead. */
  readonly expects: string;
  /**
   * Gives a word about what was seen, or nothing.
   * @throws Mismatch, NotChecked, Unanswered; OrderApiError of the client
   */
  readonly run: (smoke: Smoke) => Promise<string | undefined>;
};

/** What an earlier check has noted. @throws NotChecked when it has not */
export const noted = <T>(note: T | undefined, what: string): T => {
  if (note !== undefined) return note;
  throw new NotChecked(`needs ${what}, see above`);
};
