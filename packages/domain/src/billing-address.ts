/** Where the invoice goes (R-DAT-06). */
import * as v from 'valibot';
import { CountryCode } from './country.ts';
import { lineOfText } from './line-of-text.ts';

/** The fields of an address. The API wraps them strictly, stored orders tolerantly. */
export const billingAddressFields = {
  street: lineOfText(200),
  city: lineOfText(100),
  province: lineOfText(100),
  postalCode: lineOfText(20),
  country: CountryCode,
};

export const BillingAddress = v.object(billingAddressFields);
export type BillingAddress = v.InferOutput<typeof BillingAddress>;
