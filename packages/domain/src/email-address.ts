/** One e-mail address: a bare addr-spec, so that no second recipient and no header can be smuggled in. */
import * as v from 'valibot';
import { containsCardNumber } from './card-number.ts';

// valibot's email() refuses o'neil@…, its rfcEmail() takes a@b; SES takes neither quoted local parts nor non-ASCII ones.
const addressForm =
  /^(?!\.)(?!.*\.\.)[\w!#$%&'*+/=?^`{|}~.-]{1,64}(?<!\.)@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;

/** E-mail address of at most 254 characters (RFC 5321), ASCII. */
export const EmailAddress = v.pipe(
  v.string(),
  v.maxLength(254, 'must have at most 254 characters'),
  v.regex(addressForm, 'must be one e-mail address such as thandi@example.com'),
  v.check((address) => !containsCardNumber(address), 'must not contain a card number'),
);
