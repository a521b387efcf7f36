/** Hands a mail to SES. Knows how a mail becomes a request; knows nothing of orders, templates and leases. */
import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import { EmailAddress } from '@bbws/domain/email-address';
import * as v from 'valibot';
import type { Mail } from './render.ts';
import { UnsendableMail } from './unsendable-mail.ts';

export type SendMailDeps = {
  /** One that makes a single attempt: see makeSesClient. */
  readonly ses: SESv2Client;
  /** A verified identity of the account. */
  readonly from: string;
  readonly replyTo?: string | undefined;
  /** Name of the SES configuration set: bounces, complaints and refused recipients are counted by it. */
  readonly configurationSet?: string | undefined;
};

export type Outgoing = {
  /** One bare e-mail address. */
  readonly to: string;
  readonly mail: Mail;
  /** Further headers, at most 15: printable ASCII, values of at most 870 characters. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Message tags for the events of the configuration set: letters, digits, `-` and `_`. */
  readonly tags?: Readonly<Record<string, string>>;
};

const headerName = /^[!-9;-~]{1,126}$/;
const headerValue = /^[ -~]{1,870}$/;
const lineBreaking = /[\p{Cc}\p{Zl}\p{Zp}]/u;

const assertSendable = ({ to, mail, headers = {} }: Outgoing): void => {
  if (!v.is(EmailAddress, to)) throw new UnsendableMail('The recipient is not one e-mail address.');
  if (lineBreaking.test(mail.subject)) throw new UnsendableMail('The subject is not one line.');
  for (const [name, value] of Object.entries(headers)) {
    if (!headerName.test(name)) throw new UnsendableMail('A header has an impossible name.');
    if (!headerValue.test(value))
      throw new UnsendableMail(`The header ${name} has an impossible value.`);
  }
};

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

const named = (values: Readonly<Record<string, string>> = {}) =>
  Object.entries(values).map(([Name, Value]) => ({ Name, Value }));

/**
 * A function that sends one mail to one address and gives the SES message id.
 * @throws UnsendableMail before SES is asked; SES's and the network's errors as they are (isDefiniteRefusal tells them apart)
 */
export const sendMail =
  ({ ses, from, replyTo, configurationSet }: SendMailDeps) =>
  async (outgoing: Outgoing): Promise<{ messageId: string }> => {
    assertSendable(outgoing);
    const { to, mail, headers, tags } = outgoing;
    const { MessageId } = await ses.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        ...(replyTo !== undefined && { ReplyToAddresses: [replyTo] }),
        ...(configurationSet !== undefined && { ConfigurationSetName: configurationSet }),
        Destination: { ToAddresses: [to] },
        Content: {
          Simple: {
            Subject: utf8(mail.subject),
            Body: { Html: utf8(mail.html), Text: utf8(mail.text) },
            Headers: named(headers),
          },
        },
        EmailTags: named(tags),
      }),
    );
    // SES accepted the mail: an answer without an id is no reason to send it again.
    return { messageId: MessageId ?? 'not given' };
  };
