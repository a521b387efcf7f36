/** `pnpm test`: builds the bundles, chooses the AWS to test against, runs Jest. */
import { chooseBackend } from '@bbws/local-aws/backend';
import { startLocalStackContainer } from '@bbws/local-aws/localstack';
import { buildFunctions } from './build/build-functions.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';
import { runCommand } from './lib/steps.ts';

const help = `pnpm test [--help] [Jest's own arguments, such as a path or --selectProjects unit]

Without arguments runs every test, with coverage and its thresholds.

The AWS that the tests use is embedded, or LocalStack in a container where a Docker engine answers;
AWS_BACKEND=embedded or AWS_BACKEND=localstack forces one.`;

const jest = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> =>
  runCommand(
    [
      process.execPath,
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      `${root}/node_modules/jest/bin/jest.js`,
      ...(args.length === 0 ? ['--coverage'] : args),
    ],
    // React is slower by half when it looks out for mistakes, and the bundles have none of that.
    { ...process.env, NODE_ENV: 'production', ...env },
  );

await run(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(help);
    return 0;
  }
  const backend = await chooseBackend(process.env);
  console.log(`AWS backend: ${backend}`);
  await buildFunctions(root);
  if (backend === 'embedded' || process.env['LOCALSTACK_ENDPOINT'])
    return jest(args, { AWS_BACKEND: backend });

  // One container for the whole run: each test makes resources with names of its own in it.
  const container = await startLocalStackContainer();
  try {
    return await jest(args, { AWS_BACKEND: backend, LOCALSTACK_ENDPOINT: container.endpoint });
  } finally {
    await container.close();
  }
});
