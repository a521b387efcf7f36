/** What sends a request: fetch, or fetch with something around it. */

/** Rejects as fetch does: with a TypeError when the network fails, with the signal's reason when it is aborted. */
export type Send = (request: Request) => Promise<Response>;
