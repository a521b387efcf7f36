/** Reads a request's body up to a limit. */
import type { IncomingMessage } from 'node:http';

/** `undefined` when the body has more than `limit` bytes; the rest of it is read and dropped. */
export const readBody = async (
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
  }
  return length <= limit ? Buffer.concat(chunks) : undefined;
};
