/** `pnpm iam:check`: holds what each function may do against what the tests saw it do. */
import { readFile } from 'node:fs/promises';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';
import { buildFunctions } from './build/build-functions.ts';
import { checkRoles } from './iam/check-roles.ts';
import { record } from './iam/record.ts';
import { readRecording } from './iam/recording.ts';
import { faultLines, reportLines } from './iam/report.ts';
import { readOptions } from './lib/arguments.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';
import { environments } from './terraform/configurations.ts';
import { makePlans } from './terraform/make-plans.ts';
import { parsePlan } from './terraform/plan-file.ts';

const help = `pnpm iam:check [--plans DIR] [--no-record]

Compares the policy of each function, as the plans of dev, sit and prod have it, with the AWS calls that the built functions made in the
tests. Fails when a call has no permission (also when a condition or the boundary of bootstrap/ refuses it), when a permission has no
call, and when a resource has a star without a reason.

pnpm test records the calls, and keeps them when all tests pass. Without a recording of the present bundles the tests that are
needed for one are run first, which takes half a minute.

  --plans DIR   takes the plans that pnpm terraform:check wrote there, instead of planning
  --no-record   fails instead of running tests
  --help        shows this text`;

const plansIn = (folder: string) =>
  Promise.all(
    environments.map(async (environment) => ({
      plan: parsePlan(await readFile(`${folder}/${environment}.plan.json`, 'utf8')),
      bootstrap: parsePlan(await readFile(`${folder}/bootstrap-${environment}.plan.json`, 'utf8')),
    })),
  );

const recording = async (mayRecord: boolean) => {
  const found = await readRecording();
  if (!('missing' in found)) return found;
  if (!mayRecord) throw new Error(`${found.missing} Run: pnpm test`);
  console.log(`${found.missing} Running the tests that make them.`);
  return record();
};

await run(async () => {
  const options = readOptions(help, {
    plans: { type: 'string' },
    'no-record': { type: 'boolean', default: false },
  });
  await buildFunctions(root);
  const { tests, calls } = await recording(!options['no-record']);
  const functions = Object.keys(readFunctionsFile().functions);
  const folder = options.plans ?? (await makePlans(functions));

  const rows = checkRoles(await plansIn(folder), functions, calls);
  const faults = faultLines(rows);
  for (const line of reportLines(rows)) console.log(line);
  console.log(`Calls as recorded by: ${tests}.`);
  for (const fault of faults) console.error(fault);
  console.log(
    `${String(rows.length)} permissions and calls compared, ${String(faults.length)} to mend.`,
  );
  return faults.length === 0 ? 0 : 1;
});
