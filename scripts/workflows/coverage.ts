/** .github/steps.json: which commands of the workflows CI runs here under another form, and which it cannot run. */
import { readFileSync } from 'node:fs';
import { readJsonFile } from '@bbws/local-aws/json-file';
import * as v from 'valibot';
import { root } from '../lib/root.ts';

const Reasons = v.record(v.string(), v.pipe(v.string(), v.minLength(10)));

const File = v.strictObject({
  /** A command by its first words, and the test that runs it with other arguments. */
  tested: v.record(v.string(), v.pipe(v.string(), v.regex(/\.test\.ts$/))),
  /** A command by its first words, and why it cannot be run here. */
  elsewhere: Reasons,
});

export type Coverage = v.InferOutput<typeof File> & {
  /** Commands of .ci/run, one a line. */
  readonly ci: readonly string[];
};

/** @throws Error when the file does not fit its schema */
export const readCoverage = (): Coverage => ({
  ...readJsonFile(new URL('../../.github/steps.json', import.meta.url), File),
  ci: readFileSync(`${root}/.ci/run`, 'utf8')
    .split('\n')
    .map((line) => line.trim()),
});
