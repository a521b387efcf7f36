/** The sweeper's index, and whether the sweeper runs. */
import type { Finding, Invariant } from '../invariant.ts';

/** How long past its due time an outbox may be, in milliseconds: the sweeper looks every minute. */
const mostOverdue = 2 * 60 * 60_000;

export const outboxIndex: Invariant = {
  name: 'outbox-index',
  promise:
    'An order is in the sweeper’s index exactly while its outbox has events, and is taken up when it is due.',
  check: ({ stored, listing }, { now }) => {
    if (!stored || !listing) return [];
    const { outbox, outboxDueAt } = stored;
    const findings: Finding[] = [];
    if (outbox.length > 0 && !listing.inOutboxIndex)
      findings.push({ message: 'Its outbox has events that the sweeper cannot see.' });
    if (outbox.length === 0 && outboxDueAt !== undefined)
      findings.push({ message: 'It is in the sweeper’s index without an event in its outbox.' });
    if (outboxDueAt !== undefined && now.getTime() - Date.parse(outboxDueAt) > mostOverdue)
      findings.push({
        message: `Its outbox has been due since ${outboxDueAt}: the sweeper is not running.`,
      });
    return findings;
  },
};
