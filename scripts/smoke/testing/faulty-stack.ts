/** The service on a local AWS with one thing wrong in it: a function of another mind, or somebody in between. */
import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { startHttpServer, type HttpServer } from '@bbws/local-aws/http-server';
import { startService, type LocalService } from '@bbws/local-aws/service';
import { root } from '../../lib/root.ts';

/** Takes every message for done, and does nothing. */
export const swallowing = 'export const handler = async () => ({ batchItemFailures: [] });';

/** Answers what the function does; a refusal of the caller's input becomes a fault of ours. */
export const failingOnBadInput = `
import { handler as original } from './original.mjs';
export const handler = async (event, context) => {
  const answer = await original(event, context);
  return answer.statusCode === 400 ? { ...answer, statusCode: 500, body: '{}' } : answer;
};`;

/** Sources of bundles by function; each may import the real one as ./original.mjs. */
export type Bundles = Readonly<Record<string, string>>;

export const startFaulty = async (bundles: Bundles = {}): Promise<LocalService> => {
  const distFolder = await mkdtemp(`${tmpdir()}/faulty-`);
  await cp(`${root}/dist`, distFolder, { recursive: true });
  for (const [name, source] of Object.entries(bundles)) {
    await rename(`${distFolder}/${name}/index.mjs`, `${distFolder}/${name}/original.mjs`);
    await writeFile(`${distFolder}/${name}/index.mjs`, source);
  }
  const service = await startService({ backend: 'embedded', timeScale: 100, distFolder });
  return {
    ...service,
    close: async () => {
      await service.close();
      await rm(distFolder, { recursive: true });
    },
  };
};

export type Between = {
  /** Changes the headers of a request. */
  readonly request?: (method: string, path: string, headers: Headers) => Promise<void>;
  /** Changes the headers of an answer. */
  readonly answer?: (status: number, headers: Headers) => void;
};

// Of the connection, or of a body that is no longer as it was sent.
const ownHeaders = [
  'connection',
  'content-encoding',
  'content-length',
  'host',
  'transfer-encoding',
];
const withoutOwn = (headers: Headers): Headers => {
  for (const name of ownHeaders) headers.delete(name);
  return headers;
};

/** Somebody between the caller and the API. */
export const startBetween = (apiUrl: string, { request, answer }: Between): Promise<HttpServer> =>
  startHttpServer('proxy', 0, (message, response) => {
    const forward = async () => {
      const { method = 'GET', url: path = '/' } = message;
      const headers = new Headers();
      for (const [name, value] of Object.entries(message.headers)) headers.set(name, String(value));
      withoutOwn(headers);
      await request?.(method, path, headers);
      const body = await buffer(message);
      const answered = await fetch(`${apiUrl}${path}`, {
        ...{ method, headers, redirect: 'manual' },
        ...(body.length > 0 && { body }),
      });
      const changed = withoutOwn(new Headers(answered.headers));
      answer?.(answered.status, changed);
      response.writeHead(answered.status, Object.fromEntries(changed));
      response.end(Buffer.from(await answered.arrayBuffer()));
    };
    forward().catch(() => response.destroy());
  });
