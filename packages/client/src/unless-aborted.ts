/** Makes work that knows no signal end with one. */

/** What `work` gives; rejects with the signal's reason as soon as it is aborted. The work itself goes on. */
export const unlessAborted = async <T>(signal: AbortSignal, work: Promise<T>): Promise<T> => {
  signal.throwIfAborted();
  const watch = new AbortController();
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { signal: watch.signal });
  });
  await Promise.race([work, aborted]).finally(() => watch.abort());
  signal.throwIfAborted();
  return work;
};
