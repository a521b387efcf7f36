/** `pnpm pipeline placeholders`, asked of the project's own var files, whatever they hold by now. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { root } from '../lib/root.ts';
import { runCommand } from '../testing/run-command.ts';
import { placeholders } from './placeholders.ts';

test.each(['dev', 'sit', 'prod'])('says no to %s as long as a line is marked', async (name) => {
  const files = [`terraform/${name}.tfvars`, `terraform/bootstrap/${name}.tfvars`];
  const marked = files.flatMap((file) =>
    placeholders(file, readFileSync(`${root}/${file}`, 'utf8')),
  );

  const ran = await runCommand('scripts/pipeline.ts', ['placeholders', '--env', name]);

  expect(ran).toEqual(
    marked.length > 0
      ? { code: 1, stdout: '', stderr: `${marked.join('\n')}\n` }
      : { code: 0, stdout: `${files.join(' and ')} have no placeholder left.\n`, stderr: '' },
  );
});
