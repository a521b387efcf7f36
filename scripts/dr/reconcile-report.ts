/** What `pnpm dr reconcile` prints. Pure. */
import type { LeftOver, Reconciled } from '@bbws/operator/dr/reconcile';

const effects = {
  record: 'records',
  pdf: 'invoices',
  internal: 'mails to the team',
  confirm: 'mails to customers',
} as const;

/** Lines of single orders that are printed at most. */
const mostLines = 20;

const figure = (value: number): string => value.toLocaleString('en');

/** What was done, and the entries of table and index that are no order's. */
export type ReconcileResult = Reconciled & { readonly unreadable: readonly Error[] };

/** @param again the command that runs it once more */
export const reconcileReport = (
  { looked, found, replayed, left, notBegun, unreadable }: ReconcileResult,
  dryRun: boolean,
  again: string,
): string[] => {
  const sent = Object.values(replayed).reduce((sum, count) => sum + count, 0);
  const leftLines = [
    ...unreadable.map(({ message }) => `  an entry that is no order’s: ${message}`),
    ...left.map(leftLine),
  ];
  const parts = Object.entries(effects).map(([effect, words]) => {
    const count = Object.entries(replayed).find(([name]) => name === effect)?.[1] ?? 0;
    return `${words} ${figure(count)}`;
  });
  return [
    `looked at  ${figure(looked)} orders`,
    `found      ${figure(found)} that lack something`,
    `${dryRun ? 'would send' : 'replayed  '} ${figure(sent)} events: ${parts.join(', ')}`,
    `left       ${figure(leftLines.length)}`,
    ...leftLines.slice(0, mostLines),
    ...(leftLines.length > mostLines
      ? [`  … and ${figure(leftLines.length - mostLines)} more`]
      : []),
    ...(notBegun > 0
      ? [`stopped    ${figure(notBegun)} orders were not looked at: run it again`]
      : []),
    '',
    sent === 0 && leftLines.length === 0 && notBegun === 0
      ? 'Nothing is missing.'
      : `Run it again ${dryRun ? 'without --dry-run' : 'when the queues are empty, until it finds nothing'}: ${again}`,
  ];
};

const leftLine = ({ tenantId, id, effect, why }: LeftOver): string =>
  `  ${id} of ${tenantId}${effect ? `, ${effects[effect]}` : ''}: ${why}`;
