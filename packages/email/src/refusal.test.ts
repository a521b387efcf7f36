import { describe, expect, test } from '@jest/globals';
import { isDefiniteRefusal, isPermanentRefusal, permanentReason } from './refusal.ts';
import { sendMail } from './send.ts';
import { refused, startSes } from './testing/ses-server.ts';
import { UnsendableMail } from './unsendable-mail.ts';

/** The error that sending ends with when SES answers like this. */
const errorOf = async (answer: Parameters<typeof startSes>[0]): Promise<unknown> => {
  await using server = await startSes(answer);
  const mail = { subject: 'Order', html: '<p>Hello</p>', text: 'Hello' };
  const send = sendMail({ ses: server.ses, from: 'noreply@example.com' });
  // Awaited here: leaving this block stops the server.
  return await send({ to: 'thandi.sample@example.com', mail }).catch((error: unknown) => error);
};

const notVerified =
  'Email address is not verified. The following identities failed the check in region EU-WEST-1: a@example.com';

describe('a failed send', () => {
  test.each([
    [400, 'MessageRejected'],
    [400, 'BadRequestException'],
    [400, 'AccountSuspendedException'],
    [400, 'SendingPausedException'],
    [400, 'MailFromDomainNotVerifiedException'],
    [400, 'LimitExceededException'],
    [404, 'NotFoundException'],
    [429, 'TooManyRequestsException'],
    [400, 'ThrottlingException'],
    [403, 'AccessDeniedException'],
  ])('is a definite refusal after %d %s', async (status, name) => {
    const error = await errorOf(refused(status, name));

    expect(isDefiniteRefusal(error)).toBe(true);
  });

  test.each([
    [500, 'InternalServiceErrorException'],
    [503, 'ServiceUnavailableException'],
    [408, 'RequestTimeoutException'],
  ])('may have been sent after %d %s', async (status, name) => {
    const error = await errorOf(refused(status, name));

    expect(isDefiniteRefusal(error)).toBe(false);
  });

  test('may have been sent when the connection broke before the answer', async () => {
    const error = await errorOf((response) => response.destroy());

    expect(isDefiniteRefusal(error)).toBe(false);
  });

  test('may have been sent when the answer was not understood', async () => {
    const error = await errorOf((response) => response.end('<html>'));

    expect(isDefiniteRefusal(error)).toBe(false);
  });

  test('may have been sent when the error is of another kind', () => {
    const error = new Error('Something else.');

    expect(isDefiniteRefusal(error)).toBe(false);
  });

  test('is a definite refusal when SES was not asked', () => {
    const error = new UnsendableMail('The recipient is not one e-mail address.');

    expect(isDefiniteRefusal(error)).toBe(true);
  });
});

describe('a refusal', () => {
  test.each([
    ['MessageRejected', 'Email contains a virus.'],
    ['BadRequestException', 'Domain contains illegal character'],
  ])('is permanent after %s: %s', async (name, message) => {
    const error = await errorOf(refused(400, name, message));

    expect(isPermanentRefusal(error)).toBe(true);
  });

  test('is permanent when the mail itself cannot be sent', () => {
    const error = new UnsendableMail('The subject is not one line.');

    expect(isPermanentRefusal(error)).toBe(true);
  });

  test.each([
    [429, 'TooManyRequestsException', 'Maximum sending rate exceeded.'],
    [400, 'AccountSuspendedException', 'Sending suspended for this account.'],
    [400, 'SendingPausedException', 'Sending paused for this account.'],
    [400, 'MailFromDomainNotVerifiedException', 'The MAIL FROM domain is not verified.'],
    [400, 'MessageRejected', notVerified],
    [400, 'MessageRejected', 'Sending suspended for this account.'],
    [503, 'ServiceUnavailableException', 'Try again.'],
  ])('is worth another try after %d %s: %s', async (status, name, message) => {
    const error = await errorOf(refused(status, name, message));

    expect(isPermanentRefusal(error)).toBe(false);
  });
});

describe('the reason for putting a mail aside', () => {
  test.each([
    ['BadRequestException', 'Domain contains illegal character'],
    ['MessageRejected', 'Address blacklisted.'],
  ])('is MAIL_REFUSED after %s: %s', async (name, message) => {
    const error = await errorOf(refused(400, name, message));

    expect(permanentReason(error)).toBe('MAIL_REFUSED');
  });

  test('is MAIL_UNSENDABLE when SES was not asked', () => {
    const error = new UnsendableMail('The subject is not one line.');

    expect(permanentReason(error)).toBe('MAIL_UNSENDABLE');
  });

  test('is none while another try may help', async () => {
    const error = await errorOf(refused(429, 'TooManyRequestsException'));

    expect(permanentReason(error)).toBeUndefined();
  });
});
