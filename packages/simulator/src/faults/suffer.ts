/** What a fault does to one attempt of a call. */
import type { Activity, Work } from '../world/activity.ts';
import type { Invocation } from '../world/invocation.ts';
import type { VirtualClock } from '../world/virtual-clock.ts';
import { noAnswer } from './aws-errors.ts';
import type { Fault } from './fault.ts';

/** How long a client waits for an answer, in milliseconds. */
const requestTimeout = 3_000;

/** Waits for ever: a process that has ended hears no answer. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

export type Scene<Answer> = {
  readonly clock: VirtualClock;
  readonly activity: Activity;
  /** The call, as work that goes on. */
  readonly work: Work;
  /** The error with which the service refuses a call when there are too many. */
  readonly refusal: () => Error;
  readonly invocation: Invocation;
  readonly record: (took: boolean, answered: boolean) => void;
  /** Takes the item out of the answer of a read. */
  readonly forgetItem?: (answer: Answer) => unknown;
};

/**
 * Makes the call with the fault in it.
 * @param make makes the call; what it throws is the answer of AWS
 */
export const suffer = async <Answer>(
  scene: Scene<Answer>,
  fault: Fault | undefined,
  make: () => Promise<Answer>,
): Promise<Answer> => {
  const { clock, activity, work, invocation, record } = scene;
  const wait = (milliseconds: number) => work.exceptDuring(() => clock.sleep(milliseconds));
  switch (fault?.kind) {
    case 'error-before':
      record(false, false);
      throw noAnswer();
    case 'throttle':
      record(false, true);
      throw scene.refusal();
    case 'crash-before':
      record(false, false);
      invocation.die();
      return never();
    case 'error-after':
      await makeUnseen(scene, make);
      throw noAnswer();
    case 'crash-after':
      await makeUnseen(scene, make);
      invocation.die();
      return never();
    case 'late':
      void clock
        .sleep(fault.milliseconds ?? requestTimeout)
        .then(() => activity.during(() => makeUnseen(scene, make)));
      await wait(requestTimeout);
      throw noAnswer();
    case 'delay':
      await wait(fault.milliseconds ?? 0);
      return invocation.isDead() ? never() : makeSeen(scene, make);
    case 'stale-read': {
      const answer = await makeSeen(scene, make);
      scene.forgetItem?.(answer);
      return answer;
    }
    case undefined:
      return makeSeen(scene, make);
  }
};

const makeSeen = async <Answer>(
  { record, invocation }: Scene<Answer>,
  make: () => Promise<Answer>,
): Promise<Answer> => {
  try {
    const answer = await make();
    record(true, !invocation.isDead());
    return answer;
  } catch (error) {
    record(false, !invocation.isDead());
    throw error;
  }
};

/** Makes the call; nobody learns what came of it. */
const makeUnseen = async <Answer>(
  { record }: Scene<Answer>,
  make: () => Promise<Answer>,
): Promise<void> => {
  try {
    await make();
    record(true, false);
  } catch {
    record(false, false);
  }
};
