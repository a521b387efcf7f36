/** Stands beside an emulator's server and tells which calls of functions come in. Runs in the emulator's thread. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AwsCall } from './aws-call.ts';
import { callsIn } from './calls-in.ts';
import { isFunctionKey, signerOf } from './caller.ts';

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
