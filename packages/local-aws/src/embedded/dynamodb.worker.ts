/** DynamoDB: dynalite, in memory, in a thread of its own. */
import { once } from 'node:events';
import dynalite from 'dynalite';
import { serve } from './serve.ts';

await serve(async ({ port }) => {
  const server = dynalite({ createTableMs: 0 });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
});
