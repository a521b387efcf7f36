/** The mails about an order, where an inbox can be read. */
import type { Mail } from '@bbws/local-aws/mails';
import { Mismatch, NotChecked } from './outcome.ts';
import type { Smoke } from './smoke.ts';

/** The header by which a mail names its order. */
const orderIdHeader = 'X-BBWS-Order-Id';

export type WantedMail = {
  /** Who gets it, in words. */
  readonly who: string;
  readonly subject: string;
};

/** `the customer 0, the team 1`: how often each mail is there. */
const tally = (wanted: readonly WantedMail[], mails: readonly Mail[]): string =>
  wanted.map((one) => `${one.who} ${those(one, mails).length}`).join(', ');

const those = ({ subject }: WantedMail, mails: readonly Mail[]) =>
  mails.filter((mail) => mail.subject === subject);

/**
 * Returns when each of the mails has come, once.
 * @throws NotChecked where nobody can read an inbox; Mismatch when one does not come in time, or came twice
 */
export const expectMails = async (
  { readMails, wait }: Pick<Smoke, 'readMails' | 'wait'>,
  orderId: string,
  wanted: readonly WantedMail[],
): Promise<readonly Mail[]> => {
  if (!readMails)
    throw new NotChecked(
      'mails cannot be seen from outside: with --env the audit looks at what was sent, with --inbox-url an inbox',
    );
  let seen: readonly Mail[] = [];
  const words = wanted.map(({ who, subject }) => `"${subject}" to ${who}`).join(' and ');
  const expected = `one mail ${words}`;
  await wait.until(
    expected,
    () => tally(wanted, seen),
    async () => {
      const all = await readMails();
      seen = all.filter(({ headers }) => headers[orderIdHeader] === orderId);
      return wanted.every((one) => those(one, seen).length > 0) ? true : undefined;
    },
  );
  if (wanted.some((one) => those(one, seen).length > 1))
    throw new Mismatch(expected, tally(wanted, seen));
  return seen;
};
