/** A Cart API that knows no cart until it is mended. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { startCartStub } from '@bbws/local-aws/cart-stub/start-cart-stub';

export const startMendableCarts = async () => {
  const stub = await startCartStub();
  let isMended = false;
  const server = createServer((request, response) => {
    // The local Cart API behind it has the carts; a redirect would not be followed.
    void (async () => {
      const answer = await fetch(`${stub.url}${request.url ?? ''}`);
      const text = await answer.text();
      response.writeHead(isMended ? answer.status : 404, { 'content-type': 'application/json' });
      response.end(isMended ? text : '{}');
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    mend: () => {
      isMended = true;
    },
    break: () => {
      isMended = false;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await stub.close();
    },
  };
};
