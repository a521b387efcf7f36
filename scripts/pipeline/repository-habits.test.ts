/** What people set up by hand from docs/pipelines.md, and whom CODEOWNERS names, is what .github/environments.json has. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { root } from '../lib/root.ts';
import { readDeliveryRules } from './delivery-rules.ts';
import { wantedEnvironments } from './settings-problems.ts';
import { reachedFiles } from './testing/reached-files.ts';

const rules = readDeliveryRules();
const linesOf = (file: string): string[] => readFileSync(`${root}/${file}`, 'utf8').split('\n');

test('The commands of docs/pipelines.md make the environments that the guard asks for', () => {
  const documented = linesOf('docs/pipelines.md').filter((line) => /^environment [a-z]/.test(line));

  expect(documented).toEqual(
    (['dev', 'sit', 'prod'] as const).flatMap((name) =>
      wantedEnvironments(name, rules[name]).map(({ environment, team, waitMinutes }) =>
        [
          ...['environment', environment, rules[name].branch],
          ...(team === undefined ? [] : [team]),
          ...(team !== undefined && !rules[name].selfReview ? ['true'] : []),
          ...(waitMinutes > 0 ? [String(waitMinutes)] : []),
        ].join(' '),
      ),
    ),
  );
});

test('The default branch, which security updates are raised against, is the one that changes begin on', () => {
  const made = linesOf('docs/pipelines.md').filter((line) => line.startsWith('gh repo edit'));
  const targets = linesOf('.github/dependabot.yml').filter((line) =>
    line.includes('target-branch:'),
  );

  expect(made).toEqual([`gh repo edit "$R" --default-branch ${rules.dev.branch}`]);
  expect(new Set(targets.map((line) => line.trim()))).toEqual(
    new Set([`target-branch: ${rules.dev.branch}`]),
  );
});

const owned = linesOf('.github/CODEOWNERS')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(/\s+/));

test('Code is owned by the teams that approve deployments', () => {
  const owners = new Set(owned.flatMap(([, ...teams]) => teams));
  const teams = Object.values(rules).flatMap(({ approvals }) =>
    approvals.map(({ team }) => `@bbws/${team}`),
  );

  expect([...owners].toSorted()).toEqual([...new Set(teams)].toSorted());
});

test('Every path that has owners exists, and all others have some', () => {
  const paths = owned.map(([path = '']) => path);

  expect(paths[0]).toBe('*');
  expect(paths.slice(1).filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
});

/** The owners of a file: of the last line that fits, as GitHub takes it. Paths here are files, or folders with a slash. */
const ownersOf = (file: string): readonly string[] =>
  owned.findLast(
    ([path = '']) =>
      path === '*' || path === `/${file}` || (path.endsWith('/') && `/${file}`.startsWith(path)),
  ) ?? [];

test('The scripts that run with the role or the secrets of an account are reviewed by those who answer for accounts', () => {
  const commands = ['pipeline', 'zips', 'canary', 'templates', 'smoke'];
  const files = [
    ...reachedFiles(commands.map((name) => `scripts/${name}.ts`)),
    ...['package.json', '.github/actions/deploy/action.yml', '.ci/run'],
  ];

  const others = files.filter((file) => !ownersOf(file).includes('@bbws/order-devops'));

  expect(files).toContain('scripts/lib/environments.ts');
  expect(others).toEqual([]);
});
