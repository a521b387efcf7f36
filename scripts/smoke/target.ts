/** What is tested: a deployed API, the service of `pnpm start`, or one that is started for the test. */
import { startService, type LocalService } from '@bbws/local-aws/service';
import { buildFunctions } from '../build/build-functions.ts';
import { UsageError } from '../lib/arguments.ts';
import { connect, type Stack } from '../lib/connect.ts';
import { readEnvironments } from '../lib/environments.ts';
import { faultOf } from '../lib/fault-of.ts';
import { root } from '../lib/root.ts';
import { readRunningService, whereRuns, type RunningService } from '../lib/running-service.ts';
import { isHere, originFor } from './address.ts';
import type { SmokeOptions } from './options.ts';

export type Target = {
  readonly baseUrl: string;
  readonly origin: string;
  readonly token: string;
  readonly otherToken: string | undefined;
  readonly cartId: string;
  readonly email: string;
  readonly inboxUrl: string | undefined;
  /** Reaches table, bucket and queues; absent where nothing says how. */
  readonly connect: (() => Promise<Stack>) | undefined;
  /** Stops what was started for the test. */
  readonly close: () => Promise<void>;
};

const tenants = { own: 'tenant-smoke', other: 'tenant-smoke-other' } as const;
const localCart = 'cart-campaign';
const localEmail = 'smoke.test@example.com';
/** Of Amazon SES: takes every mail, and counts in no statistics. */
const simulatedEmail = 'success@simulator.amazonses.com';

/** @throws UsageError when something is missing that only the caller can know */
export const findTarget = async (
  options: SmokeOptions,
  readRunning: () => RunningService | undefined = readRunningService,
): Promise<Target> => {
  if (options.local) return startLocal(options);
  if (options.baseUrl !== undefined) return deployed(options, options.baseUrl);
  const running = readRunning();
  if (!running)
    throw new UsageError('Name the API: --base-url (or run `pnpm start`, or take --local).');
  const token = (tenantId: string) => localToken(running.apiUrl, tenantId);
  return ofLocal(options, running, token, () => Promise.resolve());
};

const startLocal = async (options: SmokeOptions): Promise<Target> => {
  await buildFunctions(root);
  const service: LocalService = await startService({ backend: 'embedded', timeScale: 100 });
  const token = (tenantId: string) => service.token({ tenantId });
  return ofLocal(options, whereRuns(service), token, service.close);
};

const ofLocal = async (
  { origin, cart, email, token: ownToken, otherToken, inboxUrl }: SmokeOptions,
  running: RunningService,
  tokenOf: (tenantId: string) => Promise<string>,
  close: () => Promise<void>,
): Promise<Target> => ({
  baseUrl: running.apiUrl,
  origin: origin ?? originFor(running.apiUrl, {}),
  token: ownToken ?? (await tokenOf(tenants.own)),
  otherToken: otherToken ?? (await tokenOf(tenants.other)),
  cartId: cart ?? localCart,
  email: email ?? localEmail,
  inboxUrl: inboxUrl ?? running.inboxUrl,
  connect: () => connect({}, { readRunning: () => running, say: () => undefined }),
  close,
});

const localToken = async (apiUrl: string, tenantId: string): Promise<string> => {
  const response = await fetch(`${apiUrl}/_local/token?tenantId=${tenantId}`, {
    signal: AbortSignal.timeout(5_000),
  }).catch((error: unknown) => {
    throw new Error(`The service of pnpm start (${apiUrl}) does not answer: ${faultOf(error)}`, {
      cause: error,
    });
  });
  return response.text();
};

const deployed = (options: SmokeOptions, baseUrl: string): Promise<Target> => {
  const { token, otherToken, cart, env, email, inboxUrl, origin } = options;
  if (token === undefined || token === '')
    throw new UsageError('Give a token: SMOKE_TOKEN or --token.');
  const cartId = cart ?? (isHere(baseUrl) ? localCart : undefined);
  // A variable that nobody has set is empty.
  if (cartId === undefined || cartId === '')
    throw new UsageError("--cart is required: the id of a cart of the token's tenant.");
  return Promise.resolve({
    ...{ baseUrl, token, otherToken, cartId, inboxUrl },
    origin: origin ?? originFor(baseUrl, readEnvironments()),
    email: email ?? (isHere(baseUrl) ? localEmail : simulatedEmail),
    connect: env === undefined ? undefined : () => connect({ environment: env }),
    close: () => Promise.resolve(),
  });
};
