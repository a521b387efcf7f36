/** Every command of a workflow is one of the project that CI runs as well, or needs an account. */
import { existsSync, readFileSync } from 'node:fs';
import { root } from '../../lib/root.ts';
import type { Rule } from '../house.ts';
import { allSteps } from './hygiene.ts';

const begins = (run: string, words: string): boolean =>
  run === words || run.startsWith(`${words} `);

/** Names the step that neither .ci/run nor a test runs, and the line of steps.json that no step needs any more. */
export const covered: Rule = (house) => {
  const { ci, tested, account } = house.coverage;
  const steps = allSteps(house).filter(({ run }) => run !== undefined);
  const named = [...Object.keys(tested), ...Object.keys(account)];
  return [
    ...steps
      .filter(({ run = '' }) => !ci.includes(run) && !named.some((words) => begins(run, words)))
      .map(
        ({ where, run = '' }) =>
          `${where}: "${run}" is neither in .ci/run nor in .github/steps.json`,
      ),
    ...named
      .filter((words) => !steps.some(({ run = '' }) => begins(run, words)))
      .map((words) => `.github/steps.json: no step runs "${words}"`),
    ...Object.entries(tested)
      .filter(([words, file]) => !runs(file, words.split(' ').at(-1) ?? ''))
      .map(([words, file]) => `.github/steps.json: ${file} does not run "${words}"`),
  ];
};

/** Whether the test names the command as an argument. */
const runs = (file: string, command: string): boolean =>
  existsSync(`${root}/${file}`) && readFileSync(`${root}/${file}`, 'utf8').includes(`'${command}'`);
