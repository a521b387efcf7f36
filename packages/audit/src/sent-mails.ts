/** What is known of the mails that were sent: by the effects in the table, and by an inbox where there is one. */
import type { EffectFact } from '@bbws/dynamo/list-effects';
import type { DueMail } from '@bbws/domain/due-mails';
import type { MailFact, OrderFacts } from './facts.ts';

type Named = Pick<DueMail, 'kind' | 'version'>;

export const effectOf = (
  { effects }: OrderFacts,
  { kind, version }: Named,
): EffectFact | undefined =>
  effects.find((effect) => effect.name === kind && effect.version === version);

export const mailsOf = ({ mails = [] }: OrderFacts, { kind, version }: Named): MailFact[] =>
  mails.filter((mail) => mail.kind === kind && mail.version === version);

/**
 * Mails about a change of which nobody knows which one: their send was not marked done. There may be one for each effect
 * that was claimed and not done.
 */
export const mailsOfUnknownChange = ({ mails = [] }: OrderFacts): MailFact[] =>
  mails.filter(({ kind, version }) => kind === 'customer-status' && version === undefined);

/** The mails about a change that were claimed and never marked done. */
export const unfinishedStatusMails = ({ effects }: OrderFacts): EffectFact[] =>
  effects.filter(({ name, doneAt }) => name === 'customer-status' && doneAt === undefined);
