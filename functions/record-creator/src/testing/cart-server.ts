/** A Cart API of the test's own: answers what it is told, and remembers what it was asked. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './answers.ts';

export type CartServer = {
  readonly url: string;
  /** Paths asked for, with their queries. */
  readonly asked: string[];
  /** Headers of each request. */
  readonly headers: IncomingHttpHeaders[];
  readonly close: () => Promise<void>;
};

/** Gives these answers in turn, the last one for ever. */
export const startCartServer = async (...answers: readonly Answer[]): Promise<CartServer> => {
  const asked: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(request.url ?? '');
    headers.push(request.headers);
    answer?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    headers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
