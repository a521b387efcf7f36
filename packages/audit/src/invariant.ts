/** What an invariant is: a promise about an order, and the check whether it is kept. */
import type { EffectName } from '@bbws/dynamo/effect';
import type { OrderFacts, WaitingMessage } from './facts.ts';

export type AuditContext = {
  readonly now: Date;
  /** True for a mail that may be there twice, because its send was interrupted. */
  readonly excused: (kind: EffectName, version?: number) => boolean;
};

export type Finding = {
  /** What is wrong, without personal data. */
  readonly message: string;
  /**
   * UTC time since when it is so, for what may merely be unfinished: no violation before the grace time is over.
   * Absent for what is wrong however young the order is.
   */
  readonly since?: string | undefined;
  /** How long it may be so at most, in minutes, where that is less than the grace time. */
  readonly graceMinutes?: number;
  /** The dead letter that would mend it: whoever had to do it gave it up, and so it is no longer under way. */
  readonly heldBy?: WaitingMessage | undefined;
  /** The one command that mends it. */
  readonly remedy?: string | undefined;
};

export type Invariant = {
  /** In kebab-case, as reports and documents name it. */
  readonly name: string;
  /** What is promised, in one sentence. */
  readonly promise: string;
  /** What a real account shows of it, which has no inbox and no list of what was answered; all of it when missing. */
  readonly seenInAccounts?: string;
  readonly check: (facts: OrderFacts, context: AuditContext) => readonly Finding[];
};
