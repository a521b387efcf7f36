/** A templates bucket for tests: answers as it is told, on a clock that the test moves. */
import { bucketTemplates, type BucketTemplatesDeps } from '../bucket-templates.ts';
import { templates } from '../generated/templates.ts';

export type Asked = { readonly url: string; readonly ifNoneMatch: string | undefined };

/** The answer of a bucket that has `html` under `etag`. */
export const found = (html: string, etag: string) => (): Promise<Response> =>
  Promise.resolve(new Response(html, { headers: { etag } }));

/** An answer without a body. */
export const status =
  (code: number): BucketTemplatesDeps['fetch'] =>
  () =>
    Promise.resolve(new Response(undefined, { status: code }));

class Late extends Error {
  override readonly name = 'TimeoutError';
}

/** No answer until the request is given up. */
export const silent: BucketTemplatesDeps['fetch'] = (_, { signal } = {}) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Late()));
  });

export const templatesBucket = (changes: Partial<BucketTemplatesDeps> = {}) => {
  const asked: Asked[] = [];
  const faults: string[] = [];
  let answer: BucketTemplatesDeps['fetch'] = status(404);
  let time = Date.parse('2026-11-20T09:30:00Z');
  let counted = 0;
  const templateOf = bucketTemplates(
    {
      address: (key) => Promise.resolve({ url: `https://templates.example.com/${key}` }),
      fetch: (url, options) => {
        const ifNoneMatch = new Headers(options?.headers).get('if-none-match') ?? undefined;
        asked.push({ url: url instanceof Request ? url.url : url.toString(), ifNoneMatch });
        return answer(url, options);
      },
      timeoutSignal: (milliseconds) => AbortSignal.timeout(milliseconds),
      now: () => new Date(time),
      log: { warn: (_, { template, reason }) => faults.push(`${template}: ${reason}`) },
      metrics: { count: () => (counted += 1) },
      ...changes,
    },
    templates,
  );
  return {
    templateOf,
    asked,
    faults,
    counted: () => counted,
    answers: (next: BucketTemplatesDeps['fetch']) => (answer = next),
    wait: (minutes: number) => (time += minutes * 60_000),
  };
};
