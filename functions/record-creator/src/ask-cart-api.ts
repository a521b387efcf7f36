/** Asks the Cart API, within bounds (R-EVT-08): a few requests at once, each short, small and to that address only. */
import type { Metrics } from '@bbws/lambda/metrics';
import type { SignRequest } from '@bbws/lambda/sign-request';
import pLimit from 'p-limit';
import { CartApiError } from './cart-api-error.ts';

export type AskDeps = {
  readonly fetch: typeof fetch;
  /** Signs a request in the name of this function; absent when the Cart API asks for nobody's name. */
  readonly sign: SignRequest | undefined;
  /** A signal that aborts after so many milliseconds. */
  readonly timeoutSignal: (milliseconds: number) => AbortSignal;
  readonly now: () => Date;
  readonly metrics: Pick<Metrics, 'duration'>;
};

export type Answer = { readonly status: number; readonly text: string };

/** Most requests at once. A container works on ten messages at a time, and there are five containers: 25 in all. */
const mostAtOnce = 5;
/** Longest time for one answer, in milliseconds. */
const timeout = 2_000;
/** Longest answer in characters: a hundred lines have about 30,000. */
const largestAnswer = 512 * 1024;

/**
 * A function that makes one GET of that address; call it once, outside the handler. A request waits for its place as
 * long as it takes: its 2 s, its signature and `CartLatency` begin after that. Whatever the outcome, its time is measured.
 * Throws `CartApiError` when the answer is too long, and what `fetch` throws.
 */
export const askCartApi = (deps: AskDeps) => {
  const limit = pLimit(mostAtOnce);
  return (url: URL): Promise<Answer> => limit(() => ask(deps, url));
};

const ask = async (deps: AskDeps, url: URL): Promise<Answer> => {
  const plain = { accept: 'application/json' };
  const headers = deps.sign ? await deps.sign(url, plain) : plain;
  const started = deps.now().getTime();
  try {
    const response = await deps.fetch(url, {
      // A redirect could lead anywhere: it is an answer like any other, and not 200.
      redirect: 'manual',
      headers,
      // Covers the body as well.
      signal: deps.timeoutSignal(timeout),
    });
    return { status: response.status, text: await boundedText(response) };
  } finally {
    deps.metrics.duration('CartLatency', deps.now().getTime() - started);
  }
};

const boundedText = async ({ body }: Response): Promise<string> => {
  let text = '';
  if (!body) return text;
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (text.length > largestAnswer)
      throw new CartApiError(
        'ANSWER_TOO_LONG',
        `The Cart API answered more than ${String(largestAnswer)} characters`,
      );
  }
  return text;
};
