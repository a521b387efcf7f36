/** A clock whose owner sets it, read by an emulator's thread: time passes only when the owner says so. */

/** The time, in milliseconds since 1970, in eight bytes that threads share. */
export type ClockMemory = SharedArrayBuffer;

export const clockMemory = (): ClockMemory =>
  new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);

export const readClock = (memory: ClockMemory): number =>
  Number(Atomics.load(new BigInt64Array(memory), 0));

/** @param now milliseconds since 1970, whole */
export const setClock = (memory: ClockMemory, now: number): void => {
  Atomics.store(new BigInt64Array(memory), 0, BigInt(now));
};
