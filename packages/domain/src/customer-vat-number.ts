/** The customer's VAT number, for the tax invoice: of any country, as the customer writes it. */
import * as v from 'valibot';
import { lineOfText } from './line-of-text.ts';

/** 4 to 20 letters without marks, digits, spaces, `.`, `/`, `+`, `*` and `-`, after trimming; begins with a letter or a digit. */
export const CustomerVatNumber = v.pipe(
  lineOfText(20),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9 ./+*-]{3,}$/, 'must be a VAT number'),
);
