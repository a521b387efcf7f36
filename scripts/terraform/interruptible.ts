/** Work that Ctrl-C ends between two steps, and that cleans up all the same. */

/** Runs `work`. The Ctrl-C reaches running commands as well, which end by themselves: `isStopped` says to begin none after it. */
export const interruptible = async <Result>(
  work: (isStopped: () => boolean) => Promise<Result>,
): Promise<Result> => {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.on('SIGINT', onInterrupt);
  try {
    const result = await work(() => stop.signal.aborted);
    if (stop.signal.aborted) throw new Error('Stopped.');
    return result;
  } finally {
    process.off('SIGINT', onInterrupt);
  }
};
