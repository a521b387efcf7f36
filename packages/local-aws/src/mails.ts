/** The mails the service sent, read from the inbox of the local SES. */
import * as v from 'valibot';

const StoredMail = v.object({
  messageId: v.string(),
  from: v.string(),
  replyTo: v.array(v.string()),
  destination: v.object({ to: v.array(v.string()) }),
  subject: v.string(),
  body: v.object({ html: v.optional(v.string(), ''), text: v.optional(v.string(), '') }),
  headers: v.optional(v.array(v.object({ name: v.string(), value: v.string() })), []),
  at: v.number(),
});

const Store = v.object({ emails: v.array(StoredMail) });

export type Mail = {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** When it was sent, in ms since the epoch, exact to the second. */
  readonly at: number;
};

const mailOf = ({ destination, body, headers, at, ...rest }: v.InferOutput<typeof StoredMail>) => ({
  ...rest,
  ...body,
  to: destination.to,
  headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
  at: at * 1000,
});

/** All mails in the inbox at `inboxUrl`, oldest first. Reads the whole inbox: who waits for hundreds asks seldom. */
export const readMails = async (inboxUrl: string): Promise<Mail[]> => {
  const response = await fetch(new URL('/store', inboxUrl));
  return v.parse(Store, await response.json()).emails.map(mailOf);
};
