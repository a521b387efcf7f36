/** A queue and where its dead letters go. */
export type QueuePair = {
  /** Name of the function that reads the queue. */
  readonly name: string;
  readonly url: string;
  readonly deadLetterUrl: string;
};
