/** What a failed send means: surely not sent or perhaps sent; worth another try or not. */
import { BadRequestException, MessageRejected, SESv2ServiceException } from '@aws-sdk/client-sesv2';
import { UnsendableMail } from './unsendable-mail.ts';

// SES also says MessageRejected for an account that is paused and for an identity (ours, or any in the sandbox) that is not
// verified: somebody can mend those.
const mendable = /not verified|paused|suspended/i;

/**
 * True when the mail was certainly not sent: SES answered with a 4xx, throttling included, or was not asked at all. False
 * when it may have been sent: network errors, time-outs, 5xx, and anything unknown.
 */
export const isDefiniteRefusal = (error: unknown): boolean => {
  if (error instanceof UnsendableMail) return true;
  if (!(error instanceof SESv2ServiceException)) return false;
  const status = error.$metadata.httpStatusCode ?? 0;
  return status >= 400 && status < 500 && status !== 408;
};

/** True when this mail can never be sent to this address, however often it is tried. */
export const isPermanentRefusal = (error: unknown): boolean =>
  error instanceof UnsendableMail ||
  ((error instanceof MessageRejected || error instanceof BadRequestException) &&
    !mendable.test(error.message));

/**
 * SES will never send this mail. Our mails are text of our own without attachments, so it is the address that SES refuses;
 * its errors do not tell an address from a content.
 */
export const mailRefused = 'MAIL_REFUSED';

/** The mail was not even handed to SES: our own fault, not the address's. */
const mailUnsendable = 'MAIL_UNSENDABLE';

/** The code under which a mail that can never be sent is put aside; `undefined` for every other failure. */
export const permanentReason = (error: unknown): string | undefined => {
  if (!isPermanentRefusal(error)) return undefined;
  return error instanceof UnsendableMail ? mailUnsendable : mailRefused;
};
