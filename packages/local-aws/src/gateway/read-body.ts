/** Reads a request's body up to a limit. */
import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';

/** `undefined` when the body has more than `limit` bytes; the rest of it is read and dropped. */
export const readBody = async (
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | undefined> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = v.parse(v.instance(Uint8Array), chunk);
    length += bytes.byteLength;
    if (length <= limit) chunks.push(bytes);
  }
  return length <= limit ? Buffer.concat(chunks) : undefined;
};
