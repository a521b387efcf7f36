/** `pnpm generate`: writes every generated file: mail templates, the OpenAPI document, the page of errors, the client. */
import { readOptions } from './lib/arguments.ts';
import { generators } from './lib/generators.ts';
import { run } from './lib/run.ts';
import { runSteps } from './lib/steps.ts';

const help = `pnpm generate

Writes the files that are made from others: compiled mail templates, the OpenAPI document, docs/api/errors.md and the
client's types. pnpm check fails when one of them is stale.`;

await run(async () => {
  readOptions(help, {});
  return runSteps(generators(true));
});
