/** A local AWS with the service's resources in it. Knows nothing of functions, routes or carts. */
import { randomUUID } from 'node:crypto';
import { chooseBackend, type Backend, type BackendEnvironment } from './backend.ts';
import { makeCallLog, type CallLog } from './calls/call-log.ts';
import { clientEnvOf, region, type Endpoints } from './client-env.ts';
import { destroyClients, makeClients, type Clients } from './clients.ts';
import type { ClockMemory } from './embedded/shared-clock.ts';
import { readFunctionsFile } from './functions-file.ts';
import { readMails, type Mail } from './mails.ts';
import { makeResources, type Resources } from './resources/make-resources.ts';
import { startBackend, type Ports } from './start-backend.ts';
import { closingOnFailure } from './started.ts';
import { readTableFile } from './table-file.ts';

export type LocalAwsOptions = {
  /**
   * Chosen by `chooseBackend` when missing. A test that cannot wait in real time, or runs operators' commands, says `embedded`: on
   * LocalStack time passes at 1, and resources have names that the commands do not look for.
   */
  readonly backend?: Backend;
  /** How much faster the queues' clock runs than the real one; 20 when missing. LocalStack always runs at 1. */
  readonly timeScale?: number;
  /** Memory of a clock that the caller sets: the queues' time then passes only when it does. Embedded backend only. */
  readonly clock?: ClockMemory;
  /** Suffix of every resource's name; `local` when missing, and a fresh one in a shared LocalStack. */
  readonly environment?: string;
  readonly ports?: Ports;
};

export type LocalAws = {
  readonly backend: Backend;
  readonly timeScale: number;
  readonly region: typeof region;
  readonly endpoints: Endpoints;
  /** A page for people that shows the mails sent. */
  readonly inboxUrl: string;
  /** The variables by which the AWS SDK finds this AWS. */
  readonly clientEnv: Readonly<Record<string, string>>;
  readonly clients: Clients;
  readonly resources: Resources;
  /** Where the functions' calls are written down, when they are. */
  readonly calls?: CallLog | undefined;
  /** The mails sent so far, oldest first. */
  readonly mails: () => Promise<Mail[]>;
  /** Stops everything that was started. May be called again. */
  readonly close: () => Promise<void>;
};

export type LocalAwsEnvironment = BackendEnvironment & {
  /** Folder in which the calls of functions are recorded; only those of the embedded backend can be. */
  readonly RECORD_CALLS?: string | undefined;
};

/**
 * Starts an AWS and makes the service's resources in it.
 * @throws Error saying what to do when it cannot start; nothing is left running then.
 */
export const startLocalAws = (
  options: LocalAwsOptions = {},
  env: LocalAwsEnvironment = process.env,
): Promise<LocalAws> =>
  closingOnFailure(async (stack) => {
    const backend = options.backend ?? (await chooseBackend(env));
    const embedded = backend === 'embedded';
    const shared = env.LOCALSTACK_ENDPOINT;
    const timeScale = embedded ? (options.timeScale ?? 20) : 1;
    if (options.clock && !embedded)
      throw new Error('Only the embedded AWS runs on a clock that is set by hand.');
    const clock = { timeScale, clock: options.clock };
    const calls = embedded && env.RECORD_CALLS ? makeCallLog(env.RECORD_CALLS) : undefined;
    const endpoints = await startBackend(
      stack,
      backend,
      options.ports ?? {},
      clock,
      shared,
      calls?.note,
    );
    const clients = makeClients(endpoints);
    stack.defer(() => destroyClients(clients));
    const resources = await makeResources(clients, {
      functions: readFunctionsFile(),
      table: readTableFile(),
      environment:
        options.environment ??
        (!embedded && shared ? `local-${randomUUID().slice(0, 8)}` : 'local'),
      timeToLive: !embedded,
      versioning: !embedded,
    });
    return {
      backend,
      timeScale,
      region,
      endpoints,
      inboxUrl: endpoints.sesv2,
      clientEnv: clientEnvOf(endpoints),
      clients,
      resources,
      calls,
      mails: () => readMails(endpoints.sesv2),
      close: () => stack.disposeAsync(),
    };
  });
