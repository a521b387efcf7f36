/** The API with one thing wrong: what its answers are then is part of the contract. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { routes } from '@bbws/api/routes';
import { authorize } from '@bbws/local-aws/gateway/authorizer';
import { startGateway } from '@bbws/local-aws/gateway/start-gateway';
import { makeTokenIssuer, type TokenIssuer } from '@bbws/local-aws/token-issuer';
import type { LocalAws } from '@bbws/local-aws/local-aws';
import { startIsolated } from '../testing/start-isolated.ts';

export type FaultyApi = {
  readonly apiUrl: string;
  readonly token: TokenIssuer['issue'];
  readonly close: () => Promise<void>;
};

/** What `use` gives for an API that is started for it and closed after it. */
export const withApi = async <Api extends Pick<FaultyApi, 'close'>, Result>(
  start: () => Promise<Api>,
  use: (api: Api) => Promise<Result>,
): Promise<Result> => {
  const api = await start();
  try {
    return await use(api);
  } finally {
    await api.close();
  }
};

/** Functions that never answer as they should: they fail, or take for ever. */
export const apiOfFunctions = async (fault: 'fail' | 'hang'): Promise<FaultyApi> => {
  const issuer = await makeTokenIssuer();
  const never = new Promise<never>(() => undefined);
  const failed = {
    ok: false,
    error: { errorType: 'Error', errorMessage: 'out of memory' },
  } as const;
  const gateway = await startGateway(
    {
      routes,
      authorize: (authorization) => authorize(issuer, authorization),
      invoke: () => (fault === 'hang' ? never : Promise.resolve(failed)),
      allowedOrigins: '',
      timeoutMs: 50,
      now: Date.now,
      issue: issuer.issue,
      onError: () => undefined,
    },
    0,
  );
  return { apiUrl: gateway.url, token: issuer.issue, close: gateway.close };
};

/** A table that is not there: every read is a fault of ours. */
export const apiWithoutTable = (): Promise<FaultyApi> =>
  startIsolated({ variables: { DYNAMODB_TABLE_NAME: 'no-such-table' } });

/** A gateway whose callers have used up their rate. */
export const throttledApi = (): Promise<FaultyApi> =>
  startIsolated({ throttle: { ratePerSecond: 0.001, burst: 0 } });

/** A table that is asked too much: every call is throttled. */
export const apiWithThrottledTable = async (aws: LocalAws): Promise<FaultyApi> => {
  const server = createServer((_, response) => {
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(
      JSON.stringify({
        __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
        message: 'Slow down.',
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const service = await startIsolated({
    aws: {
      ...aws,
      clientEnv: { ...aws.clientEnv, AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}` },
    },
  });
  return {
    ...service,
    close: async () => {
      await service.close();
      server.closeAllConnections();
      server.close();
    },
  };
};
