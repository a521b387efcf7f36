/** Whether this region may write: in a global table the last writer wins, so only one region at a time does (R-OPS-02). */
import { DomainError } from '@bbws/domain/domain-error';

export type IsWriterDeps = {
  /** The region that writes, `none`, or `undefined` when nobody has ever said. Throws when it cannot be read. */
  readonly readWriterRegion: () => Promise<string | undefined>;
  /** The region that this function runs in. */
  readonly region: string;
  readonly now: () => Date;
};

/** True when this region may write now. Throws when that cannot be known. */
export type IsWriter = () => Promise<boolean>;

/**
 * How long an answer is relied on, in milliseconds. A planned move sets the region to `none` and waits for so long, and
 * for what was begun until then: the longest time-out of a function that writes.
 */
export const writerKnownFor = 10_000;

/**
 * Asks which region writes, at most once per `writerKnownFor`: calls in between share the answer, or wait for the same
 * read. This region writes when the item names it or there is none. A read that fails is thrown and not remembered.
 */
export const makeIsWriter = ({ readWriterRegion, region, now }: IsWriterDeps): IsWriter => {
  let latest: { readonly isWriter: Promise<boolean>; readonly until: number } | undefined;
  const ask = async (): Promise<boolean> => {
    const writer = await readWriterRegion();
    return writer === undefined || writer === region;
  };
  return () => {
    // Counted from the question: by the time of the answer it may be that old.
    const at = now().getTime();
    if (latest && at < latest.until) return latest.isWriter;
    const asked = { isWriter: ask(), until: at + writerKnownFor };
    latest = asked;
    asked.isWriter.catch(() => {
      if (latest === asked) latest = undefined;
    });
    return asked.isWriter;
  };
};

/** Returns when this region may write; throws `NOT_THE_WRITER` when another one does, or none. */
export const refuseUnlessWriter = async (isWriter: IsWriter): Promise<void> => {
  if (await isWriter()) return;
  throw new DomainError('NOT_THE_WRITER', 'The service takes no changes at the moment.', {
    retryAfterSeconds: 30,
  });
};
