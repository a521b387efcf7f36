/** Answers what node:http could not read as a request: there is a connection, and no request or response. */
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GatewayAnswer } from './gateway-answer.ts';
import { refusalAnswer } from './refusal.ts';

/** How long the caller has to read the answer, in ms. */
const patienceMs = 250;

const onTheWire = ({ status, headers, body }: GatewayAnswer): string =>
  [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...Object.entries({
      ...headers,
      connection: 'close',
      'content-length': Buffer.byteLength(body),
    }).map(([name, value]) => `${name}: ${String(value)}`),
    '',
    String(body),
  ].join('\r\n');

/** For the server's event `clientError`, which comes again for whatever else the caller sends. */
export const answerClientError = (error: Error, socket: Duplex): void => {
  if (!socket.writable) return;
  const isTooLarge = 'code' in error && error.code === 'HPE_HEADER_OVERFLOW';
  const code = isTooLarge ? 'REQUEST_HEAD_TOO_LARGE' : 'MALFORMED_REQUEST';
  socket.end(onTheWire(refusalAnswer(code, randomUUID(), { vary: 'Origin' })));
  // Not at once: a connection that closes on what the caller still sends takes the answer with it.
  setTimeout(() => socket.destroy(), patienceMs).unref();
};
