/** What people set up by hand from docs/pipelines.md, and whom CODEOWNERS names, is what .github/environments.json has. */
import { readFileSync, existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { root } from '../lib/root.ts';
import { readDeliveryRules } from './delivery-rules.ts';
import { wantedEnvironments } from './settings-problems.ts';

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
