/** Where the alias `live` of a function stands, which everything invokes. */

export type LiveAlias = {
  readonly region: string;
  /** As functions.json names it. */
  readonly name: string;
  /** The version that takes the invocations. */
  readonly live: number;
  /** A version that takes a share of them, from 0 to 1. */
  readonly next: Share | undefined;
  /** What was noted of the last move. */
  readonly note: Note | undefined;
  /** The newest version that was published. */
  readonly newest: number;
};

type Share = { readonly version: number; readonly share: number };

/** Where the alias stood before a move, and when that was: the same for all functions of one move. */
export type Note = { readonly before: number; readonly at: string };

/** What an alias is moved to. */
export type AliasMove = {
  readonly live: number;
  readonly next?: Share;
  readonly note?: Note | undefined;
};

/** This environment has no such function, or not yet. */
export class NotDeployed extends Error {
  override readonly name = 'NotDeployed';
}

/** The aliases of one region. */
export type Aliases = {
  /** @throws NotDeployed when there is no such function, Refusal when it is another account's */
  readonly read: (name: string) => Promise<LiveAlias>;
  /** Moves the alias from where it was seen. @throws Refusal when somebody else has moved it since */
  readonly move: (seen: LiveAlias, to: AliasMove) => Promise<void>;
};

/** `create in af-south-1` */
export const inWords = ({ name, region }: Pick<LiveAlias, 'name' | 'region'>): string =>
  `${name} in ${region}`;
