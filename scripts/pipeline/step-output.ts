/** What a step hands on: outputs, a summary, and what the log must hide. */
import { appendFile } from 'node:fs/promises';
import { runVariable } from './run-context.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Sets outputs of the step. Each has one line. @throws UsageError outside of a job */
export const setOutputs = (
  environment: Environment,
  outputs: Readonly<Record<string, string>>,
): Promise<void> =>
  appendFile(
    runVariable('GITHUB_OUTPUT', environment),
    Object.entries(outputs)
      .map(([name, value]) => `${name}=${value.replaceAll(/[\r\n]/g, ' ')}\n`)
      .join(''),
  );

/** GitHub shows at most 1 MiB of a step's summary, and nothing of a longer one. */
const summaryLimit = 1_000_000;

/** Shows text on the run's page as it is, cut where GitHub would refuse it. @throws UsageError outside of a job */
export const addSummary = (
  environment: Environment,
  title: string,
  text: string,
): Promise<void> => {
  const bytes = Buffer.from(text);
  const shown = bytes.subarray(0, summaryLimit).toString();
  const cut = bytes.byteLength > summaryLimit ? '\nCut here: the whole text is in the log.' : '';
  // A fence that is longer than any in the text: the text cannot end it.
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return appendFile(
    runVariable('GITHUB_STEP_SUMMARY', environment),
    `## ${title}\n\n${fence}\n${shown}${cut}\n${fence}\n`,
  );
};
