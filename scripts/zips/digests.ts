/** What tells one set of zips from another: the SHA-256 of each. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { UsageError } from '../lib/arguments.ts';

const Digests = v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)));
/** SHA-256 in hex, by function. */
export type Digests = v.InferOutput<typeof Digests>;

/** Of the zips in that folder. @throws Error when one is missing */
export const digestsOf = async (folder: string, names: readonly string[]): Promise<Digests> =>
  Object.fromEntries(
    await Promise.all(
      names.map(async (name) => {
        const bytes = await readFile(`${folder}/${name}.zip`);
        return [name, createHash('sha256').update(bytes).digest('hex')] as const;
      }),
    ),
  );

/** What `pnpm zips digests` wrote where the zips come from. @throws UsageError when it is not there */
export const recordedDigests = async (folder: string): Promise<Digests> =>
  parseDigests(
    'dist/digests.json',
    await readFile(`${folder}/digests.json`, 'utf8').catch(() => undefined),
  );

/** What `pnpm zips digests` put out elsewhere. @throws UsageError naming the variable when it is missing or something else */
export const parseDigests = (variable: string, json: string | undefined): Digests => {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), Digests), json);
  if (result.success) return result.output;
  throw new UsageError(
    `${variable} must be what pnpm zips digests put out: {"create":"<64 hex digits>",...}`,
  );
};

/** A line for each zip that is another, missing or too many; none when both are the same. */
export const digestProblems = (
  what: string,
  expected: Digests,
  actual: Digests,
): readonly string[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
    .toSorted()
    .filter((name) => expected[name] !== actual[name])
    .map(
      (name) =>
        `${name}.zip is ${actual[name] ?? 'missing'}; ${what} ${expected[name] ?? 'had none'}`,
    );
