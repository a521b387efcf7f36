/** A campaign, copied into the order so that its history stays true when the campaign changes (R-DAT-06). */
import * as v from 'valibot';
import { containsCardNumber } from './card-number.ts';
import { lineOfText } from './line-of-text.ts';
import { CalendarDay } from './timestamp.ts';

/** Code that a customer types, 1 to 64 letters, digits, `-` or `_`. */
export const CampaignCode = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'must be a campaign code'),
  v.check((code) => !containsCardNumber(code), 'must not be a card number'),
);

/** Longest name of a host (RFC 1035); Node.js takes any. */
const longestHost = 253;

/** An absolute http or https address of at most 2,000 characters. */
export const WebAddress = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.url('must be a web address'),
  v.regex(
    /^https?:\/\/[^\s\p{C}]+$/iu,
    'must start with http:// or https:// and have no spaces or control characters',
  ),
  v.check(
    (address) => !URL.canParse(address) || new URL(address).hostname.length <= longestHost,
    `must name a host of at most ${String(longestHost)} characters`,
  ),
);

export const Campaign = v.object({
  campaignCode: CampaignCode,
  description: lineOfText(500),
  discountPercentage: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  termsConditionsUrl: WebAddress,
  fromDate: CalendarDay,
  toDate: CalendarDay,
});
export type Campaign = v.InferOutput<typeof Campaign>;
