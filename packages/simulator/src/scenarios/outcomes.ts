/** What scenarios ask of the end. */
import type { Played } from '../play/play.ts';

export const countInStage = ({ final }: Pick<Played, 'final'>, stage: string): number =>
  final.facts.filter(({ stored }) => stored?.order.stage === stage).length;

export const countMails = ({ final }: Pick<Played, 'final'>): number =>
  final.facts.reduce((sum, { mails = [] }) => sum + mails.length, 0);

/** Mails beyond the first of their kind and version. */
export const countDoubledMails = ({ final }: Pick<Played, 'final'>): number =>
  final.facts.reduce(
    (sum, { mails = [] }) =>
      sum +
      mails.length -
      new Set(mails.map(({ kind, version }) => `${kind} ${version ?? ''}`)).size,
    0,
  );

/** How many dead letters there were of each reason. */
export const reasonsOf = ({ letters }: Pick<Played, 'letters'>): Record<string, number> => {
  const reasons: Record<string, number> = {};
  for (const { reason = 'none' } of letters) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return reasons;
};

export const text = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ') || 'none';
