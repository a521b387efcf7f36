/** dynalite ships no types: the part that is used. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** An in-memory DynamoDB. Times in ms: how long a new table stays CREATING. */
  export default function dynalite(options: { createTableMs: number }): Server;
}
