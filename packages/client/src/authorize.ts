/** Adds the caller's token to requests. */
import type { Send } from './send.ts';
import { unlessAborted } from './unless-aborted.ts';

/** Gives the ID token, without `Bearer`. Asked once per call. What it throws, the call throws. */
export type TokenSource = () => string | Promise<string>;

/** `send` with the header Authorization. */
export const authorized =
  (token: TokenSource, send: Send): Send =>
  async (request) => {
    const value = await unlessAborted(
      request.signal,
      Promise.resolve().then(() => token()),
    );
    request.headers.set('Authorization', `Bearer ${value}`);
    return send(request);
  };
