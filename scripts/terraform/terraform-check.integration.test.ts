import { dirname } from 'node:path';
import { expect, test } from '@jest/globals';
import { runCommand } from '../testing/run-command.ts';

test('A check without Terraform fails, and says what to install', async () => {
  const ran = await runCommand('scripts/terraform-check.ts', [], {
    PATH: dirname(process.execPath),
  });

  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain(
    'There is no terraform on the PATH. Install Terraform 1.11 or later',
  );
});

test('An environment that does not exist is a mistake in the arguments', async () => {
  const ran = await runCommand('scripts/terraform-check.ts', ['--env', 'test']);

  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('--env must be one of dev, sit, prod');
});
