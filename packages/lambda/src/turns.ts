/** Whether tasks run together or wait for each other. */

/** Runs a task when its turn has come; settles as the task does. */
export type Turns = (task: () => Promise<void>) => Promise<void>;

/** Every task runs at once. */
export const atOnce: Turns = (task) => task();

/** Each task runs when the one before has ended, however that ended. */
export const oneByOne = (): Turns => {
  let before: Promise<void> = Promise.resolve();
  return (task) => {
    const run = before.then(task);
    before = run.catch(() => undefined);
    return run;
  };
};
