/** A mail that was not even handed to SES. */

/** The mail must not be sent: an address, the subject or a header is not what it claims to be. Holds no personal data. */
export class UnsendableMail extends Error {
  override readonly name = 'UnsendableMail';
}
