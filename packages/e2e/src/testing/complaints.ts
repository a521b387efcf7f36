/** Whether an answer is one that may be given to anything at all. */
import type { Route } from '@bbws/api/route';
import { parseAnswer } from '@bbws/lambda/testing/api-answer';
import { misfits } from './documented.ts';
import { anonymous, type RawAnswer } from './raw-request.ts';

/** The gateway's own, for what reaches no route. */
const ofTheGateway = new Set([
  '400 MALFORMED_REQUEST',
  '404 ROUTE_NOT_FOUND',
  '431 REQUEST_HEAD_TOO_LARGE',
]);

/** Signs of a stack, a file of ours, an address within, or the table. */
const internals = /\n\s+at |\.mjs|\.ts:\d|node_modules|node:internal|\/tmp\/|127\.0\.0\.1|TENANT#/;

const judge = (route: Route, { status, headers, text }: RawAnswer): string[] => {
  const named = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  const isJson = named.get('content-type')?.includes('json') ?? false;
  const code = isJson ? parseAnswer(text).code : undefined;
  const seen = `${status} ${code ?? 'without code'}`;
  if (status >= 500) return [`${seen} is a fault of ours: ${text}`];
  if (internals.test(`${headers.join('\n')}\n${text}`)) return [`${seen} tells too much: ${text}`];
  if (ofTheGateway.has(seen)) return [];
  const body: unknown = isJson ? JSON.parse(text) : text;
  return misfits(route.operationId, { status, headers: named, body });
};

/** Makes a judge of answers: what is wrong with one to a request for `route`; empty for one that the document has. */
export const makeComplaints = () => {
  // Most answers differ in the request's id only, and to compile a schema takes milliseconds.
  const judged = new Map<string, string[]>();
  return (route: Route, answer: RawAnswer): string[] => {
    const key = JSON.stringify([route.operationId, anonymous(answer)]);
    const found = judged.get(key) ?? judge(route, answer);
    judged.set(key, found);
    return found;
  };
};
