/** A point in time that somebody typed. */
import { Timestamp } from '@bbws/domain/timestamp';
import { parsed } from '../lib/parsed.ts';

/** That of `--at`, now when it is missing. @throws UsageError when it is no ISO 8601 time with an offset */
export const timeOf = (at: string | undefined): Date =>
  at === undefined ? new Date() : new Date(parsed(Timestamp, '--at', at));
