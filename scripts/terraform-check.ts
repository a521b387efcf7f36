/** `pnpm terraform:check`: everything that can be known of terraform/ without an account. */
import { readFile } from 'node:fs/promises';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';
import { buildFunctions } from './build/build-functions.ts';
import { oneOf, readOptions, UsageError } from './lib/arguments.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';
import { runCommand } from './lib/steps.ts';
import {
  bootstrapOf,
  environments,
  examine,
  modulesOf,
  rootOf,
  type Environment,
  type Wishes,
} from './terraform/configurations.ts';
import { exceptionFaults } from './terraform/exceptions.ts';
import { findTerraform, type Terraform } from './terraform/find-terraform.ts';
import { startInventedAccount } from './terraform/invented-account.ts';
import { interruptible } from './terraform/interruptible.ts';
import { parsePlan } from './terraform/plan-file.ts';
import { brokenPromises } from './terraform/promises/promises.ts';
import { makeSteps, type Steps } from './terraform/steps.ts';
import { summary } from './terraform/summary.ts';
import { introduction, needsNoAccount, wishesFor } from './terraform/wishes.ts';
import { makeWorkspace } from './terraform/workspace.ts';

const help = `pnpm terraform:check [--only NAME] [--env E] [--out DIR] [--invented-account]

Builds the functions, then checks terraform/: format, scanner exceptions, validate and tests of the root, of bootstrap/ and of every
module; plans dev, sit and prod with a summary of their resources, and holds every resource to what is promised of its kind (a queue has
a dead-letter queue and an alarm, a bucket is closed, a function has its own role, ...); then pnpm iam:check. Two commands run at a time.

Uses ../shared/terraform-offline where it lies beside the project: no network, no account. Without it the registry's provider is used,
which needs the network; tests, plans and iam:check are left out then, but for a plan that --env asks for with credentials of its account.
With --invented-account none are: a stand-in on this machine answers the provider for AWS. That has not been tried with the registry's
provider yet.

  --only NAME  one configuration: terraform, bootstrap, or modules/NAME; no iam:check
  --env E      plans dev, sit or prod alone; no iam:check
  --out DIR    where plans are written, as JSON (default out/terraform)
  --invented-account
               tests and plans need no account with the registry's provider either
  --help       shows this text

Exits with 1 when anything fails, also when there is no terraform on the PATH: a check that did not run has not passed.`;

type Options = {
  readonly only: string | undefined;
  readonly environments: readonly Environment[];
  readonly isWhole: boolean;
  readonly out: string;
  readonly isInvented: boolean;
};

const optionsGiven = (): Options => {
  const options = readOptions(help, {
    only: { type: 'string' },
    env: { type: 'string' },
    out: { type: 'string' },
    'invented-account': { type: 'boolean', default: false },
  });
  const { only, env, out } = options;
  return {
    only,
    environments: env === undefined ? environments : [oneOf('env', env, environments)],
    isWhole: only === undefined && env === undefined,
    out: out ?? `${root}/out/terraform`,
    isInvented: options['invented-account'],
  };
};

const checkAll = async (
  steps: Steps,
  terraform: string,
  wishes: Wishes,
  options: Options,
): Promise<number> => {
  const all = [
    { configuration: rootOf(terraform), wishes },
    { configuration: bootstrapOf(terraform), wishes },
    // A module's tests plan it: there is nothing that validate knows better.
    ...(await modulesOf(terraform)).map((configuration) => ({
      configuration,
      wishes: { ...wishes, validate: !wishes.test, plan: [] },
    })),
  ];
  const chosen = all.filter(
    ({ configuration }) => options.only === undefined || configuration.name === options.only,
  );
  if (chosen.length === 0)
    throw new UsageError(
      `--only must be one of ${all.map(({ configuration }) => configuration.name).join(', ')}.`,
    );
  const fmt = ['fmt', '-check', '-diff', '-recursive', '-no-color'];
  const [passed] = await Promise.all([
    examine(steps, chosen, options.out),
    steps.step('format', terraform, fmt),
  ]);
  return passed;
};

const readPlan = async ({ out }: Options, name: string) =>
  parsePlan(await readFile(`${out}/${name}.plan.json`, 'utf8'));

/** Shows what the plans make, and says which promises they break. */
const examinePlans = async ({ plan }: Wishes, options: Options): Promise<string[]> => {
  const plans = await Promise.all(
    plan.map(async (environment) => ({ environment, plan: await readPlan(options, environment) })),
  );
  console.log(`\n${summary(plans)}\n`);
  const accounts = options.only === undefined ? plan.map((each) => `bootstrap-${each}`) : [];
  const prepared = await Promise.all(
    accounts.map(async (name) => ({ environment: name, plan: await readPlan(options, name) })),
  );
  return [...plans, ...prepared].flatMap((each) =>
    brokenPromises(each.plan).map((fault) => `${each.environment}: ${fault}`),
  );
};

/** Names of what failed. */
const check = async (terraform: Terraform, options: Options): Promise<readonly string[]> => {
  const provider = { ...terraform, isInvented: options.isInvented };
  const wishes = wishesFor(provider, options.environments, options.environments.length === 1);
  console.log(introduction(provider, wishes));
  await buildFunctions(root);
  const workspace = await makeWorkspace(
    Object.keys(readFunctionsFile().functions),
    options.isInvented,
  );
  try {
    return await interruptible(async (isStopped) => {
      const steps = makeSteps({ terraform, isStopped, say: console.log });
      const faults = await exceptionFaults(workspace.terraform);
      for (const fault of faults) console.error(fault);
      const passed = await checkAll(steps, workspace.terraform, wishes, options);
      if (wishes.test && !isStopped()) console.log(`${String(passed)} tests of Terraform passed`);
      const failed = [...(faults.length > 0 ? ['scanner exceptions'] : []), ...steps.failed()];
      const isPlanned = options.only === undefined || options.only === 'terraform';
      if (failed.length > 0 || !isPlanned || wishes.plan.length === 0) return failed;
      const broken = await examinePlans(wishes, options);
      for (const fault of broken) console.error(fault);
      return broken.length === 0 ? [] : ['promises'];
    });
  } finally {
    await workspace.remove();
  }
};

/** The same, with an invented account around it where one is asked for. */
const checkIn = async (terraform: Terraform, options: Options): Promise<readonly string[]> => {
  if (!options.isInvented) return check(terraform, options);
  const account = await startInventedAccount();
  try {
    const failed = await check({ ...terraform, env: account.env }, options);
    const refused = new Set(account.refused);
    for (const request of refused)
      console.error(`The invented account has no answer to: ${request}`);
    return refused.size > 0 ? [...failed, 'the invented account'] : failed;
  } finally {
    await account.close();
  }
};

await run(async () => {
  const options = optionsGiven();
  const started = performance.now();
  const terraform = await findTerraform();
  const failed = [...(await checkIn(terraform, options))];
  const provider = { ...terraform, isInvented: options.isInvented };
  if (failed.length === 0 && options.isWhole && needsNoAccount(provider)) {
    const code = await runCommand(['node', 'scripts/iam-check.ts', '--plans', options.out]);
    if (code !== 0) failed.push('iam:check');
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
  console.log(`${failed.length === 0 ? 'All passed' : 'Not all passed'}, ${seconds} s`);
  return failed.length === 0 ? 0 : 1;
});
