/** Repeats requests that may be repeated. Knows HTTP; knows nothing of orders. */
import { retryAfterSeconds } from './retry-after.ts';
import { backoffMs, type RetryPolicy } from './retry-policy.ts';
import type { Send } from './send.ts';
import type { Sleep } from './sleep.ts';

export type RetryDeps = {
  readonly send: Send;
  readonly policy: RetryPolicy;
  readonly sleep: Sleep;
  readonly random: () => number;
};

/** Too much at once, or a fault of the other side. */
const mayPass = (status: number): boolean => status === 429 || status >= 500;

/**
 * Whether sending `request` twice does no more than sending it once. A PUT does only when it names the version it
 * changes: without that, a second one could undo what somebody else did after the first.
 */
export const isRepeatable = ({ method, headers }: Request): boolean => {
  if (method === 'GET') return true;
  if (method === 'POST') return headers.has('Idempotency-Key');
  const version = headers.get('If-Match');
  return method === 'PUT' && version !== null && version !== '*';
};

/** The answer with all of its body, as a connection can break there too; `undefined` when the network failed. */
const answerOf = async (send: Send, request: Request): Promise<Response | undefined> => {
  try {
    const response = await send(request.clone());
    await response.clone().arrayBuffer();
    return response;
  } catch {
    request.signal.throwIfAborted();
    return undefined;
  }
};

const askedMs = (response: Response | undefined): number =>
  1000 * ((response && retryAfterSeconds(response.headers)) ?? 0);

/** Whether trying again is no use, or would take too long. */
const isForCaller = ({ maxRetryAfterMs }: RetryPolicy, response: Response): boolean =>
  !mayPass(response.status) || askedMs(response) > maxRetryAfterMs;

/**
 * `send`, repeated after 429, 5xx and faults of the network. The last attempt's answer or fault is the
 * caller's. Stops at once, with the reason, when the request's signal is aborted.
 */
export const retrying =
  ({ send, policy, sleep, random }: RetryDeps): Send =>
  async (request) => {
    const retries = isRepeatable(request) ? policy.attempts - 1 : 0;
    for (let failures = 0; failures < retries; failures += 1) {
      const response = await answerOf(send, request);
      if (response && isForCaller(policy, response)) return response;
      const pause = Math.max(askedMs(response), backoffMs(policy, failures, random));
      await sleep(pause, request.signal);
    }
    return send(request);
  };
