/** What happens to work for which the invocation has no time left. */

/** The invocation ends before this message is processed: a later one has to. Nothing else is known to be wrong. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
  /** False when nothing was done about the message at all. */
  readonly begun: boolean;

  constructor({ begun }: { readonly begun: boolean }) {
    super('The invocation has no time left');
    this.begun = begun;
  }
}
