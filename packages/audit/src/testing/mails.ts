/** Ways to break what is known of an order's mails. */
import type { EffectFact } from '@bbws/dynamo/list-effects';
import type { MailFact, OrderFacts } from '../facts.ts';

/** As in a real account, where nobody can read an inbox. */
export const withoutInbox = (facts: OrderFacts): OrderFacts => ({ ...facts, mails: undefined });

/** The facts with the effects of that name changed, or taken away. */
export const withEffect = (
  facts: OrderFacts,
  name: EffectFact['name'],
  change: (effect: EffectFact) => EffectFact | undefined,
): OrderFacts => ({
  ...facts,
  effects: facts.effects.flatMap((effect) =>
    effect.name === name ? (change(effect) ?? []) : effect,
  ),
});

/** The facts without the mails of that kind. */
export const withoutMail = (facts: OrderFacts, kind: MailFact['kind']): OrderFacts => ({
  ...facts,
  mails: facts.mails?.filter((mail) => mail.kind !== kind),
});

/** The facts with the mail of that kind there once more, changed. */
export const withMailAgain = (
  facts: OrderFacts,
  kind: MailFact['kind'],
  changes: Partial<MailFact> = {},
): OrderFacts => ({
  ...facts,
  mails: facts.mails?.flatMap((mail) =>
    mail.kind === kind ? [mail, { ...mail, messageId: 'message-again', ...changes }] : [mail],
  ),
});

/** The effect as it stands after a claim that was never marked done. */
export const unmarked = ({ name, version }: EffectFact): EffectFact => ({
  name,
  version,
  leaseUntil: Date.parse('2026-11-20T09:31:00.000Z'),
});
