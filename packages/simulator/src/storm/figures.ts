/** The figures of a storm, for people and for docs/guarantees.md. */
import type { Played } from '../play/play.ts';
import type { History } from '../world/history.ts';

export type StormFigures = {
  readonly orders: number;
  readonly accepted: number;
  readonly recorded: number;
  readonly rejected: number;
  readonly updates: number;
  readonly calls: number;
  /** Faults put in, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  readonly faultsInAll: number;
  /** Messages that were delivered although their effect was there, as the functions noticed. */
  readonly duplicates: number;
  readonly deliveries: number;
  /** Deliveries that ended without success. */
  readonly retries: number;
  /** Messages put into a dead-letter queue by a function, or moved there by SQS. */
  readonly deadLetters: number;
  readonly redriven: number;
  readonly mails: number;
  /** Mails beyond the first of their kind, all of them after an interrupted send. */
  readonly mailsSentTwice: number;
  readonly sweptEvents: number;
};

export const figuresOf = (
  { world, final: { facts }, letters, redriven }: Played,
  orders: number,
): StormFigures => {
  const { history, journal } = world.stage;
  const counted = (name: string) => journal.counts.get(name) ?? 0;
  const faults = faultsIn(history);
  const mails = facts.flatMap((one) => one.mails ?? []);
  const inStage = (stage: string) =>
    facts.filter(({ stored }) => stored?.order.stage === stage).length;
  return {
    orders,
    accepted: facts.length,
    recorded: inStage('recorded'),
    rejected: inStage('rejected'),
    updates: history.answers.filter(({ operation }) => operation === 'update').length,
    calls: history.calls.length,
    faults,
    faultsInAll: Object.values(faults).reduce((sum, count) => sum + count, 0),
    duplicates: counted('Duplicates') + counted('OrdersReplayed'),
    deliveries: history.messages.length,
    retries: history.messages.filter(({ outcome }) => outcome !== 'done').length,
    deadLetters: letters.length,
    redriven,
    mails: mails.length,
    mailsSentTwice: facts.reduce((sum, one) => sum + doubledMails(one.mails ?? []), 0),
    sweptEvents: counted('OutboxPublished'),
  };
};

const faultsIn = ({ calls }: History): Record<string, number> => {
  const faults: Record<string, number> = {};
  for (const { fault } of calls) if (fault) faults[fault] = (faults[fault] ?? 0) + 1;
  return faults;
};

const doubledMails = (mails: readonly { kind: string; version?: number | undefined }[]): number =>
  mails.length - new Set(mails.map(({ kind, version }) => `${kind} ${version ?? ''}`)).size;
