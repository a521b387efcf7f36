/** What stands beside the totals: how the order was or is to be paid, and the campaign it was placed under. */
import type { Campaign } from '@bbws/domain/campaign';
import type { RecordedOrder } from '@bbws/domain/order';
import type { Supplier } from '@bbws/domain/supplier';
import { beside, linked, stack, type Block } from './block.tsx';
import { count, longDate } from './format.ts';
import type { Typeface } from './fonts/typeface.ts';
import { text } from './text.tsx';
import { type, type TypeStyle } from './theme.ts';

type Settings = {
  readonly timeZone: string;
  readonly supplier: Supplier;
  readonly width: number;
};
type Set = (content: string, style: TypeStyle) => Block;

const termWidth = 74;

const receipt = (set: Set, order: RecordedOrder, timeZone: string): Block[] => {
  const { paymentDetails: payment } = order;
  if (payment === undefined) return [];
  return [
    set('Payment', type.label),
    set(`${payment.method}, ${longDate(payment.paidAt, timeZone)}`, type.strong),
    set(`Reference ${payment.transactionId}`, type.quiet),
  ];
};

/** Where to pay, while there is something to pay. */
const bankDetails = (
  face: Typeface,
  { status, total, orderNumber, paymentDetails }: RecordedOrder,
  { supplier: { name, bank }, width }: Settings,
): Block[] => {
  if (status !== 'pending' || paymentDetails !== undefined || total === 0) return [];
  const row = (term: string, value: string, style: TypeStyle = type.body) =>
    beside([text(face, term, type.quiet, termWidth), text(face, value, style, width - termWidth)]);
  return [
    text(face, 'How to pay', type.label, width),
    row('Account name', name),
    row('Bank', bank.name),
    row('Branch code', bank.branchCode),
    row('Account', bank.account),
    row(bank.reference, orderNumber, type.strong),
  ];
};

const campaignNote = (set: Set, campaign: Campaign): Block[] => {
  const { campaignCode, description, discountPercentage, termsConditionsUrl } = campaign;
  const day = (calendarDay: string) => longDate(`${calendarDay}T00:00:00Z`, 'UTC');
  const terms = `Terms and conditions: ${new URL(termsConditionsUrl).host}`;
  return [
    set('Campaign', type.label),
    set(`${campaignCode}, ${count(discountPercentage)} % discount`, type.strong),
    set(description, type.quiet),
    set(`Valid from ${day(campaign.fromDate)} to ${day(campaign.toDate)}`, type.small),
    linked(set(terms, type.small), termsConditionsUrl),
  ];
};

/** The notes in a column of `width` points; of no height when there is nothing to say. */
export const notes = (face: Typeface, order: RecordedOrder, settings: Settings): Block => {
  const set: Set = (content, style) => text(face, content, style, settings.width);
  const parts = [
    receipt(set, order, settings.timeZone),
    bankDetails(face, order, settings),
    order.campaign === undefined ? [] : campaignNote(set, order.campaign),
  ];
  const paragraphs = parts.filter((part) => part.length > 0).map((part) => stack(part, 1));
  return stack(paragraphs, 12);
};
