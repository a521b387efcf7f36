/** Who sells: what a South African tax invoice must say of its issuer, and how to pay it. Configuration, not an order's data. */
import * as v from 'valibot';
import { EmailAddress } from './email-address.ts';
import { lineOfCode } from './line-of-text.ts';

/** Terms that stand on an invoice when the configuration names none. */
export const standardTerms =
  'The goods remain the property of the supplier until they are paid for in full. Errors and omissions excepted.';

/** The account that an invoice asks to pay into. */
const BankAccount = v.object({
  name: lineOfCode(60),
  branchCode: v.pipe(v.string(), v.regex(/^\d{6}$/, 'must be 6 digits')),
  account: v.pipe(v.string(), v.regex(/^\d{6,16}$/, 'must be 6 to 16 digits')),
  /** What the payer is asked to quote; the order number follows it. */
  reference: v.optional(lineOfCode(60), 'Please quote'),
});

/** Lengths are such that a letterhead always leaves room for an invoice's lines. */
export const Supplier = v.object({
  name: lineOfCode(60),
  /** The postal address, as it is to be printed. */
  address: v.pipe(v.array(lineOfCode(60)), v.minLength(1), v.maxLength(5)),
  vatNumber: v.pipe(v.string(), v.regex(/^\d{10}$/, 'must be 10 digits')),
  registrationNumber: lineOfCode(30),
  bank: BankAccount,
  phone: v.optional(lineOfCode(30)),
  email: v.optional(EmailAddress),
  terms: v.optional(lineOfCode(400), standardTerms),
});
export type Supplier = v.InferOutput<typeof Supplier>;
