/** `pnpm test`: builds the bundles, chooses the AWS to test against, runs Jest. */
import { chooseBackend } from '@bbws/local-aws/backend';
import { startLocalStackContainer } from '@bbws/local-aws/localstack';
import { buildFunctions } from './build/build-functions.ts';
import { finishRecording, startRecording } from './iam/recording.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';
import { runJest } from './lib/run-jest.ts';

const help = `pnpm test [--help] [Jest's own arguments, such as a path or --selectProjects unit]

Without arguments runs every test, with coverage and its thresholds, and keeps the AWS calls of the functions for pnpm iam:check.

The AWS that the tests use is embedded, or LocalStack in a container where a Docker engine answers;
AWS_BACKEND=embedded or AWS_BACKEND=localstack forces one. Suites that cannot run on LocalStack say so themselves and take the embedded
one all the same. Calls are recorded on the embedded one.`;

/** Every test on the embedded AWS: what the functions ask of it is recorded, and kept when all have passed. */
const recorded = async (env: Readonly<Record<string, string>>): Promise<number> => {
  const folder = await startRecording();
  const code = await runJest(['--coverage'], { ...env, RECORD_CALLS: folder });
  if (code === 0) await finishRecording(folder, 'all tests');
  return code;
};

await run(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(help);
    return 0;
  }
  const backend = await chooseBackend(process.env);
  console.log(
    backend === 'embedded'
      ? 'AWS backend: embedded'
      : "AWS backend: localstack; embedded in suites that say backend: 'embedded', which need a faster clock or operators' commands",
  );
  await buildFunctions(root);
  const env = { AWS_BACKEND: backend };
  if (backend === 'embedded') return args.length === 0 ? recorded(env) : runJest(args, env);

  const chosen = args.length === 0 ? ['--coverage'] : args;
  if (process.env['LOCALSTACK_ENDPOINT']) return runJest(chosen, env);
  // One container for the whole run: each test makes resources with names of its own in it.
  const container = await startLocalStackContainer();
  try {
    return await runJest(chosen, { ...env, LOCALSTACK_ENDPOINT: container.endpoint });
  } finally {
    await container.close();
  }
});
