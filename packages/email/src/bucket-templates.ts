/**
 * The templates in the bucket, which can be changed without a deployment (R-EVT-12). Whatever is wrong with them, a mail is
 * sent: with the bundled template then. Knows addresses and answers; knows nothing of how an address is signed.
 */
import { bucketTemplateProblems, largestTemplate, templateKey } from './bucket-template.ts';
import type { Template, TemplateName } from './template.ts';

export type BucketTemplatesDeps = {
  /** An address at which the object of that key can be read now. */
  readonly address: (key: string) => Promise<{ readonly url: string }>;
  readonly fetch: typeof fetch;
  /** A signal that aborts after so many milliseconds. */
  readonly timeoutSignal: (milliseconds: number) => AbortSignal;
  readonly now: () => Date;
  /** Told when the bucket was asked and its template cannot be used. The reason holds nothing of an order. */
  readonly log: {
    readonly warn: (
      message: string,
      fields: { readonly template: TemplateName; readonly reason: string },
    ) => void;
  };
  readonly metrics: { readonly count: (name: 'TemplateFaults') => void };
};

export type TemplateOf<Name extends TemplateName> = (name: Name) => Promise<Template>;

/** Longest time for one answer, in milliseconds: a mail waits for it once, and never for an outage. */
const timeout = 800;
/** How long an answer holds, in milliseconds. */
const life = 5 * 60_000;
/** How long nothing is asked after no answer, in milliseconds. */
const rest = 60_000;

type Known = {
  readonly template: Template;
  readonly etag: string | null;
  readonly fault: string | undefined;
  /** Until then nobody is asked, in ms since the epoch. */
  readonly until: number;
};

/**
 * A function that gives the template to send now, in the place of one of `bundled`; call this once, outside the handler. Never throws, and takes at most
 * 0.8 s, once in 5 minutes per template and container. The HTML is the bucket's, or the bundled one when that is missing or
 * does not fit; while the bucket does not answer it stays as it was. The text part is always the bundled one.
 */
export const bucketTemplates = <Name extends TemplateName>(
  deps: BucketTemplatesDeps,
  bundled: Readonly<Record<Name, Template>>,
): TemplateOf<Name> => {
  const known = new Map<Name, Known>();
  const asked = new Map<Name, Promise<Template>>();

  const askOnce = async (name: Name): Promise<Template> => {
    const next = await look(deps, { name, bundled: bundled[name] }, known.get(name));
    known.set(name, next);
    asked.delete(name);
    if (next.fault !== undefined) {
      deps.metrics.count('TemplateFaults');
      deps.log.warn('The template of the bucket is not used', {
        template: name,
        reason: next.fault,
      });
    }
    return next.template;
  };

  return (name) => {
    const one = known.get(name);
    if (one && deps.now().getTime() < one.until) return Promise.resolve(one.template);
    // The mails of a batch are written at the same time: one of them asks for all.
    const asking = asked.get(name) ?? askOnce(name);
    asked.set(name, asking);
    return asking;
  };
};

const look = async (
  deps: BucketTemplatesDeps,
  { name, bundled }: { readonly name: TemplateName; readonly bundled: Template },
  before: Known | undefined,
): Promise<Known> => {
  const until = (milliseconds: number) => deps.now().getTime() + milliseconds;
  const unanswered = (fault: string) => ({
    template: before?.template ?? bundled,
    etag: before?.etag ?? null,
    fault,
    until: until(rest),
  });
  try {
    const { status, etag, html } = await get(deps, templateKey(name), before?.etag);
    if (status === 304 && before) return { ...before, until: until(life) };
    // S3 says 403 for a missing object to a role that may not list the bucket.
    if (status === 404 || status === 403)
      return { template: bundled, etag: null, fault: `HTTP_${String(status)}`, until: until(life) };
    if (status !== 200) return unanswered(`HTTP_${String(status)}`);
    const [fault] = bucketTemplateProblems(bundled, html);
    const template = fault === undefined ? { ...bundled, html } : bundled;
    return { template, etag, fault, until: until(life) };
  } catch (error) {
    return unanswered(error instanceof Error ? error.name : 'no answer');
  }
};

const get = async (
  { address, fetch, timeoutSignal }: BucketTemplatesDeps,
  key: string,
  etag: string | null | undefined,
) => {
  const { url } = await address(key);
  const response = await fetch(url, {
    redirect: 'manual',
    // Covers the body as well.
    signal: timeoutSignal(timeout),
    ...(etag && { headers: { 'if-none-match': etag } }),
  });
  const html = response.status === 200 ? await boundedText(response) : '';
  if (response.status !== 200) await response.body?.cancel();
  return { status: response.status, etag: response.headers.get('etag'), html };
};

/** The text, or enough of it to be found too large. */
const boundedText = async ({ body }: Response): Promise<string> => {
  let text = '';
  if (!body) return text;
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (text.length > largestTemplate) break;
  }
  return text;
};
