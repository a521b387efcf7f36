/** The project's workflows with a mistake in one of them: what a rule must notice. */
import { houseOf, sourceFiles, type House } from '../house.ts';

/** Once in that file, by the end of its path. @throws Error when the words are not there: the test would try nothing */
export const broken = (file: string, words: string, instead: string): House => {
  const files = sourceFiles();
  const found = files.find(({ path, text }) => path.endsWith(file) && text.includes(words));
  if (!found) throw new Error(`${file} does not hold: ${words}`);
  return houseOf(
    files.map((one) =>
      one === found ? { ...one, text: one.text.replace(words, () => instead) } : one,
    ),
  );
};

/** A workflow more than the project has. */
export const withWorkflow = (name: string, text: string): House =>
  houseOf([...sourceFiles(), { path: `.github/workflows/${name}`, text }]);

/** A job as small as a job can be, for withWorkflow. */
export const workflowText = (jobs: string, on = 'pull_request:'): string => `
on:
  ${on}
permissions: {}
concurrency:
  group: more-\${{ github.event_name }}-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
jobs:
  job:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
${jobs.replaceAll(/^/gm, '    ')}
`;
