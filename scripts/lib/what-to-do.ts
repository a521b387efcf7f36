/** What to do about an error that does not say so itself, because it comes from below: the network. Pure. */
import * as v from 'valibot';

/** Codes of Node.js for a place that nobody can be reached at. */
const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];
const NetworkError = v.object({ code: v.picklist(unreachable) });

/** A line for whoever ran the command; `undefined` when nothing is known beyond what the error says. */
export const whatToDo = (error: unknown): string | undefined =>
  v.is(NetworkError, error)
    ? 'Nobody answers there. The local AWS: does `pnpm start` run, is AWS_ENDPOINT_URL right? A real account: is AWS_REGION right, and the network up?'
    : undefined;

/** What an error says. One that has no words, as when several addresses were tried, has its code. */
export const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.message !== '') return error.message;
  return v.is(NetworkError, error) ? error.code : error.name;
};
