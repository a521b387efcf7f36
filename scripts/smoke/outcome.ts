/** How a check ends when it does not end well. Words for people, without tokens and personal data. */

/** Something else was seen than what must be. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
  readonly expected: string;
  readonly seen: string;

  constructor(expected: string, seen: string) {
    super(`expected ${expected}, seen ${seen}`);
    this.expected = expected;
    this.seen = seen;
  }
}

/** The check cannot be made here. The message says why, and what would make it possible. */
export class NotChecked extends Error {
  override readonly name = 'NotChecked';
}

/** The API does not answer at all: no later check can tell more. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}
