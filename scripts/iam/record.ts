/** Records the functions' calls by as few tests as make them all: for whoever has not run them all. */
import { runJest } from '../lib/run-jest.ts';
import { finishRecording, startRecording, type Recording } from './recording.ts';

/** Tests of packages/e2e that between them make every call that a role allows; iam:check fails when one is missing. */
const suites = [
  'bad-carts',
  'deliveries',
  'invoice-link',
  'isolation',
  'refused-address',
  'sweeper',
];

/** Runs the tests on the embedded AWS. @throws Error when one fails */
export const record = async (): Promise<Recording> => {
  const folder = await startRecording();
  const files = suites.map((suite) => `packages/e2e/src/${suite}.e2e.test.ts`);
  const code = await runJest(['--silent', ...files], {
    AWS_BACKEND: 'embedded',
    RECORD_CALLS: folder,
  });
  if (code !== 0)
    throw new Error('Tests fail whose calls are needed: mend them first, or see pnpm test.');
  return finishRecording(folder, suites.join(', '));
};
