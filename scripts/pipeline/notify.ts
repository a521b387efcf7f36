/** Tells the team's channel through a webhook. */
import * as v from 'valibot';
import { UsageError } from '../lib/arguments.ts';

type Deps = { readonly fetch: typeof fetch; readonly wait: (ms: number) => Promise<unknown> };

const Webhook = v.pipe(v.string(), v.url(), v.startsWith('https://'));
const attempts = 3;

/**
 * Posts `{"text": ...}`, which Slack, Mattermost and Teams take. Tries three times.
 * @throws UsageError when the address is missing or not https; Error when nobody takes it. Neither shows the address: it is a secret
 */
export const notify = async (
  { fetch, wait }: Deps,
  webhook: string | undefined,
  text: string,
): Promise<void> => {
  if (!v.is(Webhook, webhook))
    throw new UsageError(
      'NOTIFY_WEBHOOK_URL is missing or no https address: set the secret of that name (docs/pipelines.md).',
    );
  let last = '';
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (attempt > 1) await wait(attempt * 2_000);
    try {
      const response = await fetch(webhook, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
        signal: AbortSignal.timeout(10_000),
      });
      if (response.ok) return;
      last = `it answered ${response.status}`;
    } catch (error) {
      last = error instanceof Error ? error.name : 'no answer';
    }
  }
  throw new Error(`The channel was not told, after ${attempts} attempts: ${last}.`);
};
