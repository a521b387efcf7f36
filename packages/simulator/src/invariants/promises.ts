/** Everything that a simulation holds the service to: what it saw itself, and what the audit asks of every order. */
import { orderInvariants } from '@bbws/audit/audit-order';
import { tenantInvariants } from '@bbws/audit/tenant-invariants';
import { acknowledgedMeansDone } from './acknowledged-means-done.ts';
import { oneOrderPerAnswer, updatesKept } from './answers-hold.ts';
import { bytesFollowState } from './bytes-follow-state.ts';
import { deadLettersAreImpersonal } from './dead-letters-are-impersonal.ts';
import { issuedInvoicesStay } from './issued-invoices-stay.ts';
import { oneAttemptPerMail } from './one-attempt-per-mail.ts';
import { onlyFailuresReturn } from './only-failures-return.ts';
import { ownKeysOnly } from './own-keys-only.ts';
import { retriesAreTimed } from './retries-are-timed.ts';
import { rightlyRejected } from './rightly-rejected.ts';
import { tenantIsGroup } from './tenant-is-group.ts';
import { wishesAnswered } from './wishes-answered.ts';

export type NamedPromise = {
  readonly name: string;
  readonly promise: string;
  /** What a real account shows of it; all of it when missing. */
  readonly seenInAccounts?: string;
};

/** Seen only in a simulation, which knows what was answered and in what order. */
export const simulatedPromises: readonly NamedPromise[] = [
  wishesAnswered,
  rightlyRejected,
  oneOrderPerAnswer,
  updatesKept,
  acknowledgedMeansDone,
  onlyFailuresReturn,
  oneAttemptPerMail,
  bytesFollowState,
  issuedInvoicesStay,
  retriesAreTimed,
  deadLettersAreImpersonal,
  ownKeysOnly,
  tenantIsGroup,
];

/** Looked at in accounts as well, by `pnpm audit:orders`, as far as they show them. */
export const auditedPromises: readonly NamedPromise[] = [...orderInvariants, ...tenantInvariants];
