/** The invariants of one order, checked. */
import type { OrderId } from '@bbws/domain/identifiers';
import type { OrderFacts } from './facts.ts';
import type { AuditContext, Finding, Invariant } from './invariant.ts';
import { invoiceCurrent } from './invariants/invoice-current.ts';
import { listed } from './invariants/listed.ts';
import { mailsOnce } from './invariants/mails-once.ts';
import { mailsSent } from './invariants/mails-sent.ts';
import { mailsTrue } from './invariants/mails-true.ts';
import { oneInvoice } from './invariants/one-invoice.ts';
import { outboxEmpty } from './invariants/outbox-empty.ts';
import { outboxIndex } from './invariants/outbox-index.ts';
import { recordExists } from './invariants/record-exists.ts';
import { settledStage } from './invariants/settled-stage.ts';
import { statusHistory } from './invariants/status-history.ts';
import { sums } from './invariants/sums.ts';

/** What is promised of every order, in the order in which reports name it. */
export const orderInvariants: readonly Invariant[] = [
  recordExists,
  settledStage,
  statusHistory,
  sums,
  oneInvoice,
  invoiceCurrent,
  mailsSent,
  mailsOnce,
  mailsTrue,
  outboxEmpty,
  outboxIndex,
  listed,
];

/** A promise that is not kept. Without personal data. */
export type Violation = {
  /** Name of the invariant. */
  readonly invariant: string;
  /** Absent for what is about no order, such as a message that names none. */
  readonly orderId?: OrderId | undefined;
  readonly orderNumber?: string | undefined;
  readonly message: string;
  /** The one command that mends it, where there is one. */
  readonly remedy?: string | undefined;
  /** The dead letter that would mend it: then nothing is lost. */
  readonly heldBy?: Finding['heldBy'];
};

export type AuditOptions = {
  readonly now: Date;
  /** How long work may take, in minutes, before it counts as missing; 90 when missing. */
  readonly settleMinutes?: number | undefined;
  /** True for a mail that may be there twice, because its send was interrupted; none when missing. */
  readonly excused?: AuditContext['excused'] | undefined;
};

/** How long an order takes at most, with every retry and one round of the sweeper. */
export const settleMinutes = 90;

/** What is wrong with the order. Work that may still be under way is left out: see `unfinishedIn`. */
export const auditOrder = (facts: OrderFacts, options: AuditOptions): Violation[] =>
  findingsOf(facts, options)
    .filter((finding) => !isYoung(finding, options))
    .map(violationOf(facts));

/** What is not done yet, and still in time. */
export const unfinishedIn = (facts: OrderFacts, options: AuditOptions): Violation[] =>
  findingsOf(facts, options)
    .filter((finding) => isYoung(finding, options))
    .map(violationOf(facts));

type Named = Finding & { readonly invariant: string };

const findingsOf = (facts: OrderFacts, { now, excused = () => false }: AuditOptions): Named[] =>
  orderInvariants.flatMap(({ name, check }) =>
    check(facts, { now, excused }).map((finding) => ({ ...finding, invariant: name })),
  );

/** What lies among the dead letters was given up: that is not under way, however young it is. */
const isYoung = ({ since, heldBy, graceMinutes = Infinity }: Finding, options: AuditOptions) =>
  since !== undefined &&
  heldBy === undefined &&
  options.now.getTime() - Date.parse(since) <
    Math.min(graceMinutes, options.settleMinutes ?? settleMinutes) * 60_000;

const violationOf =
  ({ orderId, stored }: OrderFacts) =>
  ({ invariant, message, remedy, heldBy }: Named): Violation => ({
    invariant,
    orderId,
    orderNumber: stored?.order.orderNumber,
    message,
    remedy,
    heldBy,
  });
