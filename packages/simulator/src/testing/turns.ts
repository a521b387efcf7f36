/** Lets everything come to its next wait. */
import { setImmediate as turn } from 'node:timers/promises';

/** More than enough for whatever needs no timer. */
const many = 20;

export const turns = async (): Promise<void> => {
  for (let taken = 0; taken < many; taken += 1) await turn();
};

/** Tells whether a promise has settled; look after `turns`. */
export const watch = (promise: Promise<unknown>): { readonly isSettled: () => boolean } => {
  let settled = false;
  const settle = () => {
    settled = true;
  };
  promise.then(settle, settle);
  return { isSettled: () => settled };
};
