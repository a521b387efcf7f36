/** A planned move that was not brought to its end. */

/**
 * Who writes then: the new region; nobody; or whoever the flag names, which the command could not learn.
 */
export type MoveState = 'moved' | 'nobody-writes' | 'unknown';

/** Its message says why; `state` what is so now. */
export class MoveStopped extends Error {
  override readonly name = 'MoveStopped';
  readonly state: MoveState;

  constructor(state: MoveState, why: string, options?: ErrorOptions) {
    super(why, options);
    this.state = state;
  }
}
