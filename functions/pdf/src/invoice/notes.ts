/** What stands beside the totals: how the order was or is to be paid, and the campaign it was placed under. */
import type { Campaign } from '@bbws/domain/campaign';
import type { RecordedOrder } from '@bbws/domain/order';
import { linked, stack, type Block } from './block.tsx';
import { count, longDate } from './format.ts';
import type { Measure } from './measure.ts';
import { text } from './text.tsx';
import { type, type TypeStyle } from './theme.ts';

type Set = (content: string, style: TypeStyle) => Block;

const paymentNote = (set: Set, order: RecordedOrder, timeZone: string): Block[] => {
  const { paymentDetails: payment, status, orderNumber } = order;
  if (payment !== undefined) {
    return [
      set('Payment', type.label),
      set(`${payment.method}, ${longDate(payment.paidAt, timeZone)}`, type.strong),
      set(`Reference ${payment.transactionId}`, type.quiet),
    ];
  }
  if (status !== 'pending') return [];
  return [
    set('Payment', type.label),
    set(`Please quote ${orderNumber} with your payment.`, type.quiet),
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
export const notes = (
  measure: Measure,
  order: RecordedOrder,
  { timeZone, width }: { timeZone: string; width: number },
): Block => {
  const set: Set = (content, style) => text(measure, content, style, width);
  const parts = [
    paymentNote(set, order, timeZone),
    order.campaign === undefined ? [] : campaignNote(set, order.campaign),
  ];
  const paragraphs = parts.filter((part) => part.length > 0).map((part) => stack(part, 1));
  return stack(paragraphs, 14);
};
