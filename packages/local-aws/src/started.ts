/** Starting several things so that a failure leaves none of them running. */

export type Closable = { readonly close: () => Promise<void> };

/**
 * Hands each thing that started to `stack` for closing. Waits for every one before it throws the first error:
 * nothing starts after the stack was closed.
 */
export const startTogether = async <const Starts extends readonly Promise<Closable>[]>(
  stack: AsyncDisposableStack,
  starts: Starts,
): Promise<{ -readonly [Index in keyof Starts]: Awaited<Starts[Index]> }> => {
  for (const result of await Promise.allSettled(starts)) {
    if (result.status === 'fulfilled') stack.defer(result.value.close);
  }
  return Promise.all(starts);
};

/** Runs `start`; when it fails, closes what it handed to the stack before the error goes on. */
export const closingOnFailure = async <Started>(
  start: (stack: AsyncDisposableStack) => Promise<Started>,
): Promise<Started> => {
  const stack = new AsyncDisposableStack();
  try {
    return await start(stack);
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
};
