/** The logo as it is now: kept for a short time, then asked for again. Never a reason to stop an invoice. */
import type { Log } from '@bbws/lambda/log';
import type { Metrics } from '@bbws/lambda/metrics';
import type { LogoImage } from '../invoice/logo-image.ts';
import { BrokenLogo } from './broken-logo.ts';
import { examineLogo } from './examine-logo.ts';
import type { FetchLogo } from './fetch-logo.ts';

export type CurrentLogoDeps = {
  readonly fetchLogo: FetchLogo;
  readonly metrics: Pick<Metrics, 'count'>;
  readonly log: Pick<Log, 'warn'>;
  readonly now: () => Date;
};

/** How long a logo is used without asking, in milliseconds: five minutes. */
const life = 5 * 60_000;

type Held = { readonly logo: LogoImage | undefined; readonly etag: string | undefined };

/**
 * Answers with the bucket's logo; with `undefined`, which is the bundled one, when there is none or it is broken; with the
 * last one while the bucket does not answer. Faults are counted as `LogoFaults`. At most one GET in five minutes.
 */
export const makeCurrentLogo = (deps: CurrentLogoDeps): (() => Promise<LogoImage | undefined>) => {
  let held = Promise.resolve<Held>({ logo: undefined, etag: undefined });
  let freshUntil = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = deps.now().getTime();
    if (now >= freshUntil) {
      freshUntil = now + life;
      // Who asks meanwhile waits for the same answer: two invoices of one moment have one logo.
      held = held.then((last) => renew(deps, last));
    }
    return (await held).logo;
  };
};

/** What S3 says may quote anything: of its errors only the name is told. */
const reasonOf = (error: unknown): string => {
  if (error instanceof BrokenLogo) return error.message;
  return error instanceof Error ? error.name : 'unknown';
};

const renew = async (deps: CurrentLogoDeps, held: Held): Promise<Held> => {
  const fault = (error: unknown): void => {
    deps.metrics.count('LogoFaults');
    deps.log.warn('The logo of the bucket could not be used', { reason: reasonOf(error) });
  };
  try {
    const fetched = await deps.fetchLogo(held.etag);
    if (fetched === 'unchanged') return held;
    if (fetched === 'missing') return { logo: undefined, etag: undefined };
    const { bytes, etag } = fetched;
    try {
      return { logo: examineLogo(bytes), etag };
    } catch (error) {
      fault(error);
      return { logo: undefined, etag };
    }
  } catch (error) {
    fault(error);
    return held;
  }
};
