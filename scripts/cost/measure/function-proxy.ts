/** Stands between one function and AWS: passes every call on and puts it on the tape. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Endpoints } from '@bbws/local-aws/client-env';
import { startHttpServer, type HttpServer } from '@bbws/local-aws/http-server';
import * as v from 'valibot';
import { attachmentBytes, operationOf, serviceOf, type AwsRequest } from './aws-request.ts';
import type { Answer, MeterTable } from './meter-table.ts';
import { InvocationReport, type makeTape } from './tape.ts';

export type ProxyDeps = {
  readonly endpoints: Endpoints;
  readonly meterTable: MeterTable;
  readonly tape: ReturnType<typeof makeTape>;
  /** Told of a call that could not be passed on or counted: the measurement is worth nothing then. */
  readonly onError: (error: unknown) => void;
};

/** Where measured-handler.ts reports to. */
export const reportPath = '/_measured';

/** They belong to one connection, or `fetch` makes them itself. */
const ownHeaders = new Set(
  'host connection keep-alive content-length transfer-encoding expect'.split(' '),
);

const passedOn = (headers: Iterable<readonly [string, string | undefined]>) =>
  [...headers].flatMap(([name, value]): [string, string][] =>
    value === undefined || ownHeaders.has(name) ? [] : [[name, value]],
  );

const forward = async (endpoint: string, { method, path, headers, body }: AwsRequest) => {
  const response = await fetch(`${endpoint}${path}`, {
    method,
    headers: passedOn(Object.entries(headers)),
    redirect: 'manual',
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  return {
    status: response.status,
    headers: passedOn(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  };
};

const requestIn = async (message: IncomingMessage): Promise<AwsRequest> => ({
  method: message.method ?? '',
  path: message.url ?? '',
  headers: Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]),
  ),
  body: await buffer(message),
});

const untouched = { readUnits: 0, writeUnits: 0 };

/** Passes the call on, and counts it. */
const passOn = async (
  { endpoints, meterTable, tape }: ProxyDeps,
  functionName: string,
  request: AwsRequest,
): Promise<Answer> => {
  const service = serviceOf(request);
  const operation = operationOf(service, request);
  const send = (body: string) =>
    forward(endpoints[service], { ...request, body: Buffer.from(body) });
  const { answer, work } =
    service === 'dynamodb'
      ? await meterTable(operation, request.body.toString(), send)
      : { answer: await forward(endpoints[service], request), work: untouched };
  tape.addCall({
    functionName,
    service,
    operation,
    sentBytes: request.body.length,
    attachmentBytes: operation === 'SendEmail' ? attachmentBytes(request.body) : 0,
    ...work,
  });
  return answer;
};

/** Starts the proxy of that function. */
export const startFunctionProxy = (deps: ProxyDeps, functionName: string): Promise<HttpServer> => {
  const respond = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await requestIn(message);
    if (request.path === reportPath) {
      const report = v.pipe(v.string(), v.parseJson(), InvocationReport);
      deps.tape.addInvocation({ functionName, ...v.parse(report, request.body.toString()) });
      response.end();
      return;
    }
    const { status, headers, body } = await passOn(deps, functionName, request);
    response.writeHead(status, headers.flat());
    response.end(body);
  };
  return startHttpServer(`proxy of ${functionName}`, 0, (message, response) => {
    respond(message, response).catch((error: unknown) => {
      deps.onError(error);
      response.destroy();
    });
  });
};
