/** The address of the API that is tested, and what is known of it from there. Pure. */
import type { Environment } from '../lib/environments.ts';
import { UsageError } from '../lib/arguments.ts';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the host is this machine. */
export const isHere = (url: string): boolean => loopback.has(new URL(url).hostname);

/**
 * The address without a slash at its end.
 * @param name of the option that it came in
 * @throws UsageError when it is none, or a token sent there could be read on the way
 */
export const addressOf = (name: string, text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new UsageError(`${name} must be an address such as https://api-dev.bbws.io.`);
  if (url.protocol === 'http:' && !isHere(text))
    throw new UsageError(`${name} must begin with https://: a token would be readable on the way.`);
  return url.href.replace(/\/+$/, '');
};

/**
 * An origin that browsers may call the API at `baseUrl` from.
 * @throws UsageError for an API that is none of the environments'
 */
export const originFor = (
  baseUrl: string,
  environments: Readonly<Record<string, Environment>>,
): string => {
  if (isHere(baseUrl)) return 'http://localhost:3000';
  const { hostname } = new URL(baseUrl);
  const own = Object.values(environments).find(
    ({ apiDomain }) => hostname === apiDomain || hostname.endsWith(`.${apiDomain}`),
  );
  if (own) return own.portalOrigin;
  throw new UsageError(`--origin is required: which origins ${hostname} allows is not known here.`);
};
