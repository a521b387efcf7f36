/**
 * An order, in the stage it is in (design: one item, two stages). create accepts it; record-creator completes it to
 * `recorded` or `rejected`. Fields that are stored beside an order but are no part of it are the repository's.
 */
import * as v from 'valibot';
import { BillingAddress } from './billing-address.ts';
import { Campaign, CampaignCode } from './campaign.ts';
import { CurrencyCode } from './currency.ts';
import { CustomerVatNumber } from './customer-vat-number.ts';
import { EmailAddress } from './email-address.ts';
import { CartId, OrderId, TenantId, Uuid } from './identifiers.ts';
import { lineOfText } from './line-of-text.ts';
import { Amount } from './money.ts';
import { mostLines, OrderLine } from './order-line.ts';
import { OrderNumber } from './order-number.ts';
import { OrderStatus } from './order-status.ts';
import { PaymentDetails } from './payment-details.ts';
import { Rejection } from './rejection.ts';
import { UtcTimestamp } from './timestamp.ts';

/** Rises by one with every change of the order's own fields; starts at 1. */
export const Version = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** Who made a change: the subject of a token, `system:` and a function’s name, or `operator`. */
export const Actor = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

/** One entry per change. `writeId` names the write that made it, so that a retry recognises its own. */
export const StatusChange = v.object({
  status: OrderStatus,
  at: UtcTimestamp,
  by: Actor,
  version: Version,
  writeId: Uuid,
  /** True when the invoice shows something else since: also where only the payment's details changed with the status. */
  paymentChanged: v.optional(v.boolean()),
});
export type StatusChange = v.InferOutput<typeof StatusChange>;

/** The newest rendering of the invoice. */
export const InvoiceNote = v.object({
  key: v.pipe(v.string(), v.maxLength(512)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  renderedAt: UtcTimestamp,
  /** Version of the order that the rendering shows. */
  orderVersion: Version,
  /** Names the write that made the note, so that a retry recognises its own. */
  writeId: Uuid,
});
export type InvoiceNote = v.InferOutput<typeof InvoiceNote>;

/** Most entries in the history of one order: more, and nobody could read it. */
export const mostChanges = 100;
/** Entries after which a tenant changes nothing more: operators still can. */
export const mostTenantChanges = 90;
/** Entries after which an operator changes nothing more: what is accepted then can still be completed. */
export const mostOperatorChanges = 98;

const commonFields = {
  id: OrderId,
  orderNumber: OrderNumber,
  tenantId: TenantId,
  customerEmail: EmailAddress,
  customerName: v.optional(lineOfText(100)),
  customerVatNumber: v.optional(CustomerVatNumber),
  cartId: CartId,
  campaignCode: v.optional(CampaignCode),
  billingAddress: BillingAddress,
  version: Version,
  statusHistory: v.pipe(v.array(StatusChange), v.minLength(1), v.maxLength(mostChanges)),
  dateCreated: UtcTimestamp,
  dateLastUpdated: UtcTimestamp,
  lastUpdatedBy: Actor,
  /** False hides the order from get and list (R-DAT-08). */
  active: v.boolean(),
  /** When `customerEmail` was first refused for good by the mail service; a note that changes no version (R-EVT-13). */
  customerEmailRefusedAt: v.optional(UtcTimestamp),
  /** When an operator erased what is personal in it; a note that changes no version. Such an order stays hidden. */
  erasedAt: v.optional(UtcTimestamp),
};

/** The amounts of an order in minor units of `currency`; total = subtotal - discount + shipping + tax. */
export const orderAmountFields = {
  items: v.pipe(v.array(OrderLine), v.minLength(1), v.maxLength(mostLines)),
  subtotal: Amount,
  discount: Amount,
  shipping: Amount,
  tax: Amount,
  total: Amount,
  currency: CurrencyCode,
  campaign: v.optional(Campaign),
};

export const AcceptedOrder = v.object({
  ...commonFields,
  stage: v.literal('accepted'),
  status: v.literal('pending'),
});
export type AcceptedOrder = v.InferOutput<typeof AcceptedOrder>;

export const RecordedOrder = v.object({
  ...commonFields,
  ...orderAmountFields,
  stage: v.literal('recorded'),
  status: OrderStatus,
  paymentDetails: v.optional(PaymentDetails),
  pdf: v.optional(InvoiceNote),
});
export type RecordedOrder = v.InferOutput<typeof RecordedOrder>;

export const RejectedOrder = v.object({
  ...commonFields,
  stage: v.literal('rejected'),
  status: v.literal('failed'),
  rejection: Rejection,
});
export type RejectedOrder = v.InferOutput<typeof RejectedOrder>;

export const Order = v.variant('stage', [AcceptedOrder, RecordedOrder, RejectedOrder]);
export type Order = v.InferOutput<typeof Order>;
