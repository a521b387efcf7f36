/** The service on a local AWS: its built functions behind a gateway, fed by their queues. */
import { fileURLToPath } from 'node:url';
import { routes } from '@bbws/api/routes';
import { startCartStub } from './cart-stub/start-cart-stub.ts';
import { readApiDocument } from './docs/local-document.ts';
import { checkOverrides, sharedVariables } from './function-environment.ts';
import { makeFunctionLogs, toFunctionLog, type FunctionLog } from './function-logs.ts';
import { readFunctionsFile } from './functions-file.ts';
import { authorize } from './gateway/authorizer.ts';
import { startGateway } from './gateway/start-gateway.ts';
import { makeTokenBucket, type Throttle } from './gateway/token-bucket.ts';
import { startLocalAws, type LocalAws, type LocalAwsOptions } from './local-aws.ts';
import { startFunctions, type Functions } from './start-functions.ts';
import { startMappings } from './start-mappings.ts';
import { startSchedules } from './start-schedules.ts';
import { closingOnFailure } from './started.ts';
import { makeTokenIssuer, type TokenOptions } from './token-issuer.ts';

export type ServiceOptions = LocalAwsOptions & {
  /** An AWS that runs already and is not closed with the service; without it one is started. */
  readonly aws?: LocalAws;
  /** Where the bundles are, `<function>/index.mjs` each; `dist` of the repository when missing. */
  readonly distFolder?: string;
  /** Other values for variables that functions.json lists. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Port of the API; any free one when missing. */
  readonly port?: number;
  /** Limits of the API, for all callers together; none when missing. */
  readonly throttle?: Throttle;
  /** False: functions with a schedule are invoked by `invoke` alone. */
  readonly schedules?: boolean;
  readonly onLog?: (log: FunctionLog) => void;
};

export type LocalService = {
  readonly aws: LocalAws;
  readonly apiUrl: string;
  readonly cartUrl: string;
  /** `iss` of the tokens. */
  readonly issuer: string;
  /** An ID token that the API accepts. */
  readonly token: (options?: TokenOptions) => Promise<string>;
  /**
   * Invokes a function directly and answers its payload; when it fails, `{ errorType, errorMessage }` as Lambda does.
   * @throws Error when there is no such function.
   */
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>;
  /** The newest lines the functions wrote, oldest first. */
  readonly logs: (functionName?: string) => FunctionLog[];
  /** Stops everything that was started. May be called again. */
  readonly close: () => Promise<void>;
};

const defaultDistFolder = fileURLToPath(new URL('../../../dist', import.meta.url));
const logLinesKept = 10_000;
const gatewayTimeoutMs = 29_000;

/**
 * Starts the service, and an AWS for it unless one is given.
 * @throws Error saying what to do when it cannot start; nothing it started is left running then.
 */
export const startService = (options: ServiceOptions = {}): Promise<LocalService> =>
  closingOnFailure(async (stack) => {
    const functionsFile = readFunctionsFile();
    const overrides = options.variables ?? {};
    checkOverrides(functionsFile, overrides);
    const aws = options.aws ?? stack.adopt(await startLocalAws(options), (own) => own.close());
    const cart = stack.adopt(await startCartStub(), (stub) => stub.close());
    const issuer = await makeTokenIssuer();
    const variables = sharedVariables(aws.resources, cart.url, overrides);

    const logs = makeFunctionLogs(logLinesKept);
    const onLog = (log: FunctionLog) => {
      logs.add(log);
      options.onLog?.(log);
    };
    // Mails name the gateway's address: it listens before there are functions, and requests wait for them.
    const functionsStarted = Promise.withResolvers<Functions>();
    const gateway = await startGateway(
      {
        routes,
        document: readApiDocument(),
        ...(options.throttle && { admit: makeTokenBucket(options.throttle, Date.now) }),
        authorize: (authorization) => authorize(issuer, authorization),
        invoke: async (functionName, event) =>
          (await functionsStarted.promise).invoke(functionName, event),
        allowedOrigins: variables['ALLOWED_ORIGINS'] ?? '',
        timeoutMs: gatewayTimeoutMs,
        now: Date.now,
        issue: issuer.issue,
        onError: (error) => onLog(toFunctionLog('gateway', 'stderr', String(error), Date.now())),
      },
      options.port ?? 0,
    );
    stack.defer(gateway.close);

    const functions = await startFunctions({
      functionsFile,
      distFolder: options.distFolder ?? defaultDistFolder,
      aws,
      variables: { API_BASE_URL: gateway.url, ...variables },
      onLog,
    });
    functionsStarted.resolve(functions);
    const mappings = startMappings({ functionsFile, aws, invoke: functions.invoke, onLog });
    const { invoke } = functions;
    const schedules =
      options.schedules === false
        ? undefined
        : startSchedules({ functionsFile, timeScale: aws.timeScale, invoke, onLog });
    // Together: the end of these waits for their invocations, which the end of the functions cuts short.
    stack.defer(async () => {
      await Promise.all([mappings.close(), schedules?.close(), functions.close()]);
    });
    return {
      aws,
      apiUrl: gateway.url,
      cartUrl: cart.url,
      issuer: issuer.issuer,
      token: issuer.issue,
      invoke: async (functionName, event) => {
        const outcome = await functions.invoke(functionName, event);
        return outcome.ok ? outcome.payload : outcome.error;
      },
      logs: logs.list,
      close: () => stack.disposeAsync(),
    };
  });
