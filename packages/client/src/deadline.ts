/** Work that has to end in time. */

export type Deadline = {
  readonly timeoutMs: number;
  /** Ends the work earlier, with its reason. */
  readonly signal: AbortSignal | undefined;
  /** What is thrown when the time is over. */
  readonly late: () => Error;
};

/** What `work` gives. Its signal is aborted, and the reason thrown, after `timeoutMs` and with `signal`. */
export const withDeadline = async <T>(
  { timeoutMs, signal, late }: Deadline,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  signal?.throwIfAborted();
  // Not AbortSignal.any and timeout: theirs would outlive the work.
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(late()), timeoutMs);
  const cancel = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', cancel);
  try {
    return await work(controller.signal);
  } catch (error) {
    controller.signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
};
