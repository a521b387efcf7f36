/** Refuses a success that is no JSON: the page of a proxy or of a network's login. */
import { toOrderApiError } from './problem.ts';
import type { Send } from './send.ts';

/** `send`; throws OrderApiError UNEXPECTED_ANSWER for a success of another type. */
export const jsonAnswers =
  (send: Send): Send =>
  async (request) => {
    const response = await send(request);
    const isJson = /^application\/json\b/i.test(response.headers.get('Content-Type') ?? '');
    if (response.ok && !isJson) throw toOrderApiError(response, undefined);
    return response;
  };
