/** Starts and ends a node:http server on the loopback address, for the gateway and the cart stub. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import type { Closable } from './started.ts';

export type HttpServer = Closable & { readonly url: string };

/**
 * Leaves it to the caller to end an idle connection. A server that does so meets requests already on their way, which then
 * fail with ECONNRESET: often, when a process that was busy for seconds comes back to its connections.
 */
export const leaveIdleConnections = (server: Server): void => {
  server.keepAliveTimeout = 0;
};

/**
 * `port` 0 takes any free one. Closing ends open connections too: kept-alive ones would hold the process. `onClientError`
 * answers what node cannot read as a request; without it node does, in a word.
 * @throws Error naming the server and the port when the port is not free.
 */
export const startHttpServer = async (
  name: string,
  port: number,
  listener: RequestListener,
  onClientError?: (error: Error, socket: Duplex) => void,
): Promise<HttpServer> => {
  const server = createServer(listener);
  leaveIdleConnections(server);
  if (onClientError) server.on('clientError', onClientError);
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    throw new Error(`The local ${name} does not start on port ${port}. Is it in use?`, {
      cause: error,
    });
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A port was asked for.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
