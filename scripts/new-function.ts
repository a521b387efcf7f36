/** `pnpm new:function NAME --trigger http|queue|schedule`: makes a function that passes `pnpm check` at once. */
import { readOptions, UsageError } from './lib/arguments.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';
import { runCommand } from './lib/steps.ts';
import { eventTypes, readRequest } from './new-function/function-request.ts';
import { makeFunction } from './new-function/make-function.ts';
import { nextSteps } from './new-function/next-steps.ts';

const help = `pnpm new:function NAME --trigger http     [--memory MB] [--timeout S]
pnpm new:function NAME --trigger queue    --events E,E [--memory MB] [--timeout S]
pnpm new:function NAME --trigger schedule [--rate MINUTES] [--memory MB] [--timeout S]

Makes a Lambda function: its package with handler, tests and README, its row in functions/functions.json, its policy in
terraform/modules/region and, behind the API, its route; links it and generates what follows. Queue, subscription, mapping,
role, alarms and widgets follow from the row. It passes pnpm check at once. When something is off, nothing is made.

  NAME           in kebab case: order-archive
  --trigger      http: GET /v1.0/orders/{orderId}/NAME; queue: facts about orders; schedule: the clock
  --events E,E   which facts: ${eventTypes.join(', ')}
  --rate N       every how many minutes (1 to 1440, default 5)
  --memory MB    default 512 behind the API, else 256
  --timeout S    default 15 behind the API, 30 for a queue, 50 for a schedule
  --help         shows this text

Exits with 0 when it is made, with 1 when it could not be, with 2 for wrong arguments.`;

const text = { type: 'string' } as const;

/** pnpm by the way that this command was started: with \`npx pnpm@10\` there is none on the path. */
const pnpm = (): readonly [string, ...string[]] => {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.cjs') === true ? [process.execPath, script] : ['pnpm'];
};

await run(async () => {
  const [name, ...args] = process.argv.slice(2);
  const named = name !== undefined && !name.startsWith('-');
  const options = readOptions(
    help,
    { trigger: text, events: text, rate: text, memory: text, timeout: text },
    named ? args : process.argv.slice(2),
  );
  if (!named) throw new UsageError(`Name the function first.\n\n${help}`);
  const request = readRequest(name, options);

  const started = performance.now();
  // The lockfile has to change, and where CI is set pnpm would refuse that.
  const install = [...pnpm(), 'install', '--prefer-offline', '--no-frozen-lockfile'] as const;
  const { made, changed } = await makeFunction({ root, runCommand, install }, request);
  console.log(`\nMade in ${((performance.now() - started) / 1000).toFixed(1)} s:`);
  for (const path of made.keys()) console.log(`  ${path}`);
  console.log('Changed, beside what is generated and pnpm-lock.yaml:');
  for (const path of changed.keys()) console.log(`  ${path}`);
  console.log('\nNext:');
  for (const line of nextSteps(request)) console.log(line);
  return 0;
});
