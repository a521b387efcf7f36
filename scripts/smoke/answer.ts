/** An answer of the API, as the checks look at it. Pure. */
import * as v from 'valibot';
import { Mismatch } from './outcome.ts';

export type Answer = {
  readonly method: string;
  /** Below the API's address. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
};

const Coded = v.pipe(v.string(), v.parseJson(), v.object({ code: v.string() }));

/** The stable code of a problem; `undefined` for any other answer. */
export const codeOf = ({ text }: Answer): string | undefined => {
  const problem = v.safeParse(Coded, text);
  return problem.success ? problem.output.code : undefined;
};

/** `404 ORDER_NOT_FOUND`: status and code, and nothing of the body. */
export const inWords = (answer: Answer): string =>
  [answer.status, codeOf(answer)].filter((part) => part !== undefined).join(' ');

/** `GET /health` */
export const requestOf = ({ method, path }: Answer): string =>
  `${method} ${path.split('?')[0] ?? path}`;

/** @throws Mismatch unless the answer has this status, and this code when one is given */
export const expectAnswer = (answer: Answer, status: number, code?: string): void => {
  const wanted = [status, code].filter((part) => part !== undefined).join(' ');
  if (answer.status === status && (code === undefined || codeOf(answer) === code)) return;
  throw new Mismatch(`${wanted} for ${requestOf(answer)}`, inWords(answer));
};

/** @throws Mismatch unless the answer has this header, with a value that fits when a pattern is given */
export const expectHeader = (answer: Answer, name: string, pattern = /^.+$/): string => {
  const value = answer.headers.get(name);
  if (value !== null && pattern.test(value)) return value;
  throw new Mismatch(
    `${name} like ${pattern.source} on ${requestOf(answer)}`,
    value === null ? 'no such header' : `"${value}"`,
  );
};
