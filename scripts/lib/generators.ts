/** What makes the generated files, in the order in which they depend on each other. */
import type { Step } from './steps.ts';

const files = [
  'packages/email/src/generate.ts',
  'packages/api/src/generate.ts',
  'packages/client/src/generate.ts',
];

/** A step per generator: writes its files, or only says whether they are up to date. */
export const generators = (write: boolean): Step[] =>
  files.map((file) => ({
    name: `generated: ${file.split('/')[1] ?? file}`,
    command: ['node', file, ...(write ? [] : ['--check'])],
  }));
