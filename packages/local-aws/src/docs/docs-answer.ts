/** `GET /docs`: the API's document as a page for people. All it needs comes from this server. */
import { readFile } from 'node:fs/promises';
import type { GatewayAnswer } from '../gateway/gateway-answer.ts';
import { headerOf, type GatewayRequest } from '../gateway/gateway-request.ts';
import { contentSecurityPolicy, docsPage, paths, startScript } from './docs-page.ts';
import { localDocument, type ApiDocument } from './local-document.ts';

/** Without a document there are no docs. */
export type DocsDeps = { readonly document?: ApiDocument };

const answer = (contentType: string, body: string | Buffer, headers = {}): GatewayAnswer => ({
  status: 200,
  headers: { 'content-type': `${contentType}; charset=utf-8`, ...headers },
  body,
});

const readScalar = () =>
  readFile(new URL('browser/standalone.js', import.meta.resolve('@scalar/api-reference')));

/** `undefined` for what is not of the docs. */
export const docsAnswer = async (
  { document }: DocsDeps,
  request: GatewayRequest,
): Promise<GatewayAnswer | undefined> => {
  if (!document || request.method !== 'GET') return undefined;
  switch (request.path) {
    case paths.page:
      return answer('text/html', docsPage, { 'content-security-policy': contentSecurityPolicy });
    case paths.start:
      return answer('text/javascript', startScript);
    case paths.scalar:
      return answer('text/javascript', await readScalar());
    case paths.document:
      // The name the caller used: for a browser, localhost and 127.0.0.1 are two origins.
      return answer(
        'application/json',
        localDocument(document, `http://${headerOf(request, 'host') ?? 'localhost'}`),
      );
    default:
      return undefined;
  }
};
