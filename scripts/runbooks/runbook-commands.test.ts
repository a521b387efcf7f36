import { describe, expect, test } from '@jest/globals';
import { readPage } from '../docs/page.ts';
import { commandsOf } from './runbook-commands.ts';

const commandsIn = (text: string) => commandsOf(readPage('docs/runbooks/x.md', text));

describe('The commands of a runbook', () => {
  test('are the lines of its blocks of sh, without comments', () => {
    const text =
      '```sh\npnpm dlq list    # how many\n# mend the cause\n\npnpm dlq peek\n```\n\n```\npnpm output\n```';

    expect(commandsIn(text)).toMatchObject([
      { page: 'x.md', line: 2, text: 'pnpm dlq list', needsAccount: false, exitCode: 0 },
      { page: 'x.md', line: 5, text: 'pnpm dlq peek', needsAccount: false, exitCode: 0 },
    ]);
  });

  test('need an account when their block begins by saying so', () => {
    const text = '```sh\n# needs an account\naws sts get-caller-identity\nterraform plan\n```';

    expect(commandsIn(text).map(({ needsAccount }) => needsAccount)).toEqual([true, true]);
  });

  test('may exit with what their comment says', () => {
    const text = '```sh\npnpm order erase   # shows it; exits with 2\n```';

    expect(commandsIn(text)).toMatchObject([{ text: 'pnpm order erase', exitCode: 2 }]);
  });

  test('are found in lists too', () => {
    expect(commandsIn('1. First\n\n   ```sh\n   pnpm dr status\n   ```')).toMatchObject([
      { text: 'pnpm dr status', line: 4 },
    ]);
  });
});
