/** What went wrong on the way to another host, in a word: never its address, which may hold a secret. Pure. */
import * as v from 'valibot';

const NetworkFault = v.object({ cause: v.object({ code: v.string() }) });

/** The code of a fault that fetch threw, such as ECONNREFUSED; the error's name when it has none. */
export const faultOf = (error: unknown): string => {
  if (v.is(NetworkFault, error)) return error.cause.code;
  return error instanceof Error ? error.name : 'unknown';
};
