/** What an audit tells an operator. */
import type { AuditReport } from '@bbws/audit/audit-orders';
import type { Violation } from '@bbws/audit/audit-order';
import type { TenantId } from '@bbws/domain/identifiers';
import { messages, textTable } from '../operator/words.ts';

export type Audited = {
  readonly tenantId: TenantId;
  /** The day that was looked at; absent for a single order. */
  readonly day?: string | undefined;
  /** `--env E` with a space before it, for commands to run next; empty for the local AWS. */
  readonly environmentOption: string;
};

/** What is said when there was nothing to look at: of a tenant that does not exist everything is whole. */
export const noOrders =
  'No order was found: is the tenant right? With --expect-orders this counts as a failure.';

const figure = (value: number): string => value.toLocaleString('en');

/** `1,000 orders of tenant-x on 2026-11-20: 998 whole, 2 not; 3 messages in dead-letter queues` */
export const summaryLine = (
  { tenantId, day }: Audited,
  { orders, whole, inProgress, deadLetters }: AuditReport,
): string => {
  const own = deadLetters.filter((letter) => letter.tenantId === tenantId).length;
  const others = deadLetters.length - own;
  return [
    `${figure(orders)} ${orders === 1 ? 'order' : 'orders'} of ${tenantId}${day === undefined ? '' : ` on ${day}`}: `,
    `${figure(whole)} whole, ${figure(orders - whole - inProgress)} not`,
    inProgress > 0 ? `, ${figure(inProgress)} in progress` : '',
    `; ${messages(own)} in dead-letter queues`,
    others > 0 ? ` (and ${figure(others)} of others)` : '',
  ].join('');
};

/** How many messages the functions have still to do, of whatever tenant; empty when there are none. */
const underWay = ({ queues }: AuditReport): string[] => {
  const counts = Object.entries(queues).filter(([, { messages: count }]) => count > 0);
  if (counts.length === 0) return [];
  const each = counts.map(([name, { messages: count }]) => `${name} ${figure(count)}`);
  return [`Messages under way, of all tenants: ${each.join(', ')}`];
};

/** The command, or each of several, in the environment that was audited. */
export const inEnvironment = (
  command: string,
  { environmentOption }: Pick<Audited, 'environmentOption'>,
): string =>
  command
    .split(' && ')
    .map((each) => `${each}${environmentOption}`)
    .join(' && ');

/** The commands that mend something, each once, those that mend most first. */
const remedies = (audited: Audited, violations: readonly Violation[]): string[] => {
  const commands = Map.groupBy(
    violations.filter(({ remedy }) => remedy !== undefined),
    ({ remedy = '' }) => remedy,
  );
  if (commands.size === 0) return [];
  const byUse = [...commands].toSorted(([, one], [, other]) => other.length - one.length);
  return [
    '',
    'What mends them, once the cause is gone (docs/runbooks/audit.md):',
    ...byUse.map(
      ([command, those]) =>
        `  ${inEnvironment(command, audited)}${those.length > 1 ? `   mends ${figure(those.length)}` : ''}`,
    ),
  ];
};

/** The violations by order, what mends them, and the summary; last that there was no order, so that nobody misses it. */
export const auditLines = (audited: Audited, report: AuditReport): string[] => {
  const { violations } = report;
  const sorted = violations.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
  const rows = sorted.map((violation, index) => [
    nameOf(violation) === nameOf(sorted[index - 1] ?? {}) ? '' : nameOf(violation),
    violation.invariant,
    violation.message,
  ]);
  return [
    ...(violations.length > 0
      ? [textTable(['order', 'promise broken', 'how'], rows), ...remedies(audited, violations), '']
      : []),
    ...underWay(report),
    summaryLine(audited, report),
    ...(report.orders === 0 ? [noOrders] : []),
  ];
};

const nameOf = ({ orderNumber, orderId }: Partial<Violation>): string =>
  [orderNumber, orderId].filter((part) => part !== undefined).join('  ');
