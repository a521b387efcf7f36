/**
 * Stands in for a running LocalStack: one address for dynalite and fauxqs. What neither can, it takes and remembers,
 * to show what a backend that can is asked for.
 */
import { createServer, request } from 'node:http';
import { once } from 'node:events';
import { startEmulator } from '../embedded/start-emulator.ts';

export const startFakeLocalStack = async () => {
  const [dynamodb, messaging] = await Promise.all([
    startEmulator('dynamodb', { port: 0, timeScale: 1 }),
    startEmulator('messaging', { port: 0, timeScale: 1 }),
  ]);
  const remembered: string[] = [];
  const server = createServer((incoming, response) => {
    const target = String(incoming.headers['x-amz-target'] ?? '');
    const extra =
      /UpdateTimeToLive/.exec(target)?.[0] ?? /[^/]+\/?\?versioning/.exec(incoming.url ?? '')?.[0];
    if (extra) {
      remembered.push(extra);
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(target ? '{}' : '');
      return;
    }
    const backend = target.startsWith('DynamoDB') ? dynamodb.url : messaging.url;
    const { method, headers } = incoming;
    const proxied = request(
      new URL(incoming.url ?? '/', backend),
      { method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      },
    );
    incoming.pipe(proxied);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    remembered,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await Promise.all([dynamodb.close(), messaging.close()]);
    },
  };
};
