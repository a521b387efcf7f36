/** A wish of the operator's that cannot be granted. Nothing was changed; the message says why, and what to do instead. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
