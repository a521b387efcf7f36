/** `pnpm pipeline ...`: the steps of the workflows that are more than one command. */
import { readCommand } from './lib/arguments.ts';
import { run } from './lib/run.ts';
import { gates } from './pipeline/gates.ts';
import { help } from './pipeline/help.ts';
import { steps } from './pipeline/steps.ts';

const commands = { ...gates, ...steps };

await run(async () => {
  const names = [
    ...(['branch', 'settings', 'placeholders', 'hours', 'rollback-plan', 'approvals'] as const),
    ...(['find-package', 'show-plan', 'seal', 'smoke-token', 'notify'] as const),
  ];
  const { name, args } = readCommand(help, names);
  return commands[name](args);
});
