/** What holds for every answer of the run: headers, the form of errors, and that none was an error of ours. */
import * as v from 'valibot';
import { inWords, requestOf, type Answer } from '../answer.ts';
import { Mismatch, NotChecked } from '../outcome.ts';
import type { Check, Smoke } from '../smoke.ts';

const isSuccess = ({ status }: Answer) => status < 400;
const isError = ({ status }: Answer) => status >= 400;

type Rule = {
  readonly name: string;
  readonly expects: string;
  readonly of: (answer: Answer) => boolean;
  /** What is wrong with an answer, in words. */
  readonly fault: (answer: Answer, smoke: Smoke) => string | undefined;
};

/** A check of all answers so far, but for preflights, which are the browser's business. */
const everyAnswer = ({ name, expects, of, fault }: Rule): Check => ({
  name,
  expects,
  run: async (smoke) => {
    const answers = smoke.api.answers.filter((one) => one.method !== 'OPTIONS' && of(one));
    if (answers.length === 0) throw new NotChecked('there was no such answer');
    const faults = answers.flatMap((answer) => {
      const words = fault(answer, smoke);
      return words === undefined ? [] : [`${words} on ${inWords(answer)} of ${requestOf(answer)}`];
    });
    const [first] = faults;
    const more = faults.length > 1 ? `, and ${faults.length - 1} more like it` : '';
    if (first !== undefined) throw new Mismatch(expects, `${first}${more}`);
    return Promise.resolve(`${answers.length} answers`);
  },
});

const header = ({ headers }: Answer, name: string, isRight: (value: string) => boolean) => {
  const value = headers.get(name);
  if (value !== null && isRight(value)) return undefined;
  return value === null ? `no ${name}` : `${name}: ${value}`;
};

const allowsOrigin = (answer: Answer, { origin }: Smoke) =>
  header(
    answer,
    'Access-Control-Allow-Origin',
    // The gateway itself can't choose one of several origins: its own errors may say any.
    (value) => value === origin || (isError(answer) && value === '*'),
  );

const Problem = v.object({
  ...{ type: v.string(), title: v.string(), detail: v.string(), code: v.string() },
  ...{ requestId: v.string(), status: v.number(), success: v.literal(false) },
  ...{ error: v.string(), message: v.string() },
});

const rules: readonly Rule[] = [
  {
    name: 'CORS on success',
    expects: 'every success allows the origin of the portal',
    of: isSuccess,
    fault: allowsOrigin,
  },
  {
    name: 'CORS on errors',
    expects: 'every error allows the origin of the portal',
    of: isError,
    fault: allowsOrigin,
  },
  {
    name: 'nothing is stored',
    expects: 'Cache-Control: no-store on every answer',
    of: () => true,
    fault: (answer) => header(answer, 'Cache-Control', (value) => value.includes('no-store')),
  },
  {
    name: 'request ids',
    expects: 'X-Request-Id on every answer',
    of: () => true,
    fault: (answer) => header(answer, 'X-Request-Id', (value) => value !== ''),
  },
  {
    name: 'errors are problems',
    expects: 'application/problem+json with all of its fields',
    of: isError,
    fault: (answer) => {
      const type = 'application/problem+json';
      const problem = v.safeParse(v.pipe(v.string(), v.parseJson(), Problem), answer.text);
      return (
        header(answer, 'Content-Type', (value) => value.startsWith(type)) ??
        (problem.success
          ? undefined
          : `no ${v.getDotPath(problem.issues[0]) ?? 'JSON'} in the body`)
      );
    },
  },
  {
    name: 'no server errors',
    expects: 'no answer with 5xx',
    of: () => true,
    fault: ({ status }) => (status >= 500 ? 'an error of ours' : undefined),
  },
];

export const everyAnswerChecks: readonly Check[] = rules.map(everyAnswer);
