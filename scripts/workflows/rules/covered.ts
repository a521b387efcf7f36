/** Every command of a workflow is one of the project that CI runs as well, with the same variables, or cannot be run there. */
import { existsSync, readFileSync } from 'node:fs';
import { root } from '../../lib/root.ts';
import type { Rule } from '../house.ts';
import type { Step } from '../model.ts';
import { allSteps } from './hygiene.ts';

const begins = (run: string, words: string): boolean =>
  run === words || run.startsWith(`${words} `);

/** The step as .ci/run would have it: `AWS_BACKEND=embedded pnpm test`. */
const asLine = ({ run = '', env }: Step): string =>
  [...Object.entries(env).map(([name, value]) => `${name}=${value}`), run].join(' ');

/** Names the step that neither .ci/run nor a test runs, and the line of steps.json that no step needs any more. */
export const covered: Rule = (house) => {
  const { ci, tested, elsewhere } = house.coverage;
  const steps = allSteps(house).filter(({ run }) => run !== undefined);
  const named = [...Object.keys(tested), ...Object.keys(elsewhere)];
  return [
    ...steps
      .filter(
        (step) =>
          !ci.includes(asLine(step)) && !named.some((words) => begins(step.run ?? '', words)),
      )
      .map(
        (step) =>
          `${step.where}: "${asLine(step)}" is neither in .ci/run nor in .github/steps.json`,
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
