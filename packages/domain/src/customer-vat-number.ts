/**
 * The customer's VAT number, for the tax invoice, as the customer writes it. One that might be a card's is refused as everywhere
 * (R-DAT-06): a tenth of the numbers of 14 digits and more.
 */
import * as v from 'valibot';
import { lineOfText } from './line-of-text.ts';

/** 4 to 20 letters without marks, digits, spaces, `.`, `/`, `+`, `*` and `-`, after trimming; begins with a letter or a digit. */
export const CustomerVatNumber = v.pipe(
  lineOfText(20),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9 ./+*-]{3,}$/, 'must be a VAT number'),
);
