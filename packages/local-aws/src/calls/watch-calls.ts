/** Stands beside an emulator's server and tells which calls of functions come in. Runs in the emulator's thread. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { unknownCall, type Asked, type AwsCall, type WireRequest } from './aws-call.ts';
import { isFunctionKey, signerOf } from './caller.ts';
import { dynamodbCalls } from './dynamodb-calls.ts';
import { snsCalls, sqsCalls } from './messaging-calls.ts';
import { s3Calls } from './s3-calls.ts';
import { sesCalls } from './ses-calls.ts';

const readers: Readonly<Record<string, (request: WireRequest) => Asked[]>> = {
  dynamodb: dynamodbCalls,
  s3: s3Calls,
  ses: sesCalls,
  sns: snsCalls,
  sqs: sqsCalls,
};

/** What a signed request asks for, by the service in its credential's scope. */
export const callsIn = (service: string, request: WireRequest): Asked[] =>
  readers[service]?.(request) ?? [unknownCall(service, `${request.method} ${request.url}`)];

/** The body, gathered while the server reads it: a listener of our own would set the stream flowing before the server listens. */
const overhear = (request: IncomingMessage): (() => string) => {
  const chunks: Buffer[] = [];
  const push = request.push.bind(request);
  request.push = (chunk, encoding) => {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    return push(chunk, encoding);
  };
  return () => Buffer.concat(chunks).toString();
};

/** Tells every different call once. A call that is refused, or whose caller has gone, was one all the same. */
export const watchCalls = (server: Server, onCall: (call: AwsCall) => void): void => {
  const told = new Set<string>();
  const tell = (call: AwsCall) => {
    const text = JSON.stringify(call);
    if (told.has(text)) return;
    told.add(text);
    onCall(call);
  };
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '', headers } = request;
    const signer = signerOf({ url, headers });
    if (!signer || !isFunctionKey(signer.caller)) return;
    const { caller, service } = signer;
    // What is stored may be long, and says nothing.
    const body = service === 's3' ? () => '' : overhear(request);
    response.once('close', () => {
      const wire = { method, url, headers, body: body(), status: response.statusCode };
      for (const asked of callsIn(service, wire)) tell({ caller, ...asked });
    });
  });
};
