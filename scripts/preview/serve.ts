/** Serves the preview and tells its readers when it was made anew. */
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { basename, extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
};

/** Starts a server of the files in `folder`, for this computer only; port 0 takes any free one. */
export const servePreview = async (folder: string, port: number) => {
  const readers = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    if (path === '/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
      readers.add(response);
      response.on('close', () => readers.delete(response));
      return;
    }
    // A file of that folder and of no other.
    const file = `${folder}/${path === '/' ? 'index.html' : basename(path)}`;
    const type = types[extname(file)];
    if (type === undefined || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}/`,
    /** Has every open page loaded again. */
    tellReaders: () => {
      for (const reader of readers) reader.write('data: changed\n\n');
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
