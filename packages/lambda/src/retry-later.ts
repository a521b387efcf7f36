/** A failure that knows when another attempt makes sense. */

/**
 * Trying again before `notBefore` is of no use: a lease runs until then. The message waits at least as long, and the
 * retry delay if that is longer. The log shows name and stack of `cause`, if there is one.
 */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  /** Milliseconds since 1970. */
  readonly notBefore: number;

  constructor(
    message: string,
    { notBefore, cause }: { readonly notBefore: number; readonly cause?: unknown },
  ) {
    super(message, { cause });
    this.notBefore = notBefore;
  }
}
