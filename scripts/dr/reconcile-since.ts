/** How far back `pnpm dr reconcile` looks. Pure. */
import { Timestamp } from '@bbws/domain/timestamp';
import type { WriterFlag } from '@bbws/dynamo/writer-flag';
import { UsageError } from '../lib/arguments.ts';
import { parsed } from '../lib/parsed.ts';

const day = 86_400_000;
/** What was sent is remembered for 90 days: further back everything would look unsent. */
const mailsRemembered = 89 * day;

export type SinceOptions = {
  readonly now: Date;
  /** As in `--since`. */
  readonly given: string | undefined;
  readonly flag: WriterFlag | undefined;
  /** How long a queue keeps a message, in days. */
  readonly retentionDays: number;
};

/**
 * The time that was given, or as long before the last move of the writer as a queue keeps messages (UTC).
 * @throws UsageError when neither is known, or it lies further back than mails are remembered
 */
export const sinceOf = ({ now, given, flag, retentionDays }: SinceOptions): string => {
  const since =
    given === undefined ? beforeMove(flag, retentionDays) : parsed(Timestamp, '--since', given);
  if (now.getTime() - Date.parse(since) <= mailsRemembered) return since;
  throw new UsageError(
    `--since ${since} is more than 89 days ago: nobody knows any more which mails were sent then.`,
  );
};

const beforeMove = (flag: WriterFlag | undefined, retentionDays: number): string => {
  if (flag?.changedAt === undefined)
    throw new UsageError(
      'The writer was never moved: say how far back to look, --since 2026-11-20T00:00:00Z.',
    );
  return new Date(Date.parse(flag.changedAt) - retentionDays * day).toISOString();
};
