/** A Cart API of the test's own: answers what it is told, and counts. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export type CartServer = {
  readonly url: string;
  /** Paths asked for, with their queries. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
};

export const startCartServer = async (answer: RequestListener): Promise<CartServer> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
