/** The zips that a build leaves in dist/. */
import { readdir } from 'node:fs/promises';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';

/** Names of all functions, sorted. */
export const functionNames = (): readonly string[] =>
  Object.keys(readFunctionsFile().functions).toSorted();

/** What is not there and what nobody asked for; none when the folder has one zip for each function. */
export const zipListProblems = async (
  folder: string,
  names: readonly string[],
): Promise<readonly string[]> => {
  const present = (await readdir(folder)).filter((file) => file.endsWith('.zip'));
  const wanted = names.map((name) => `${name}.zip`);
  return [
    ...wanted
      .filter((file) => !present.includes(file))
      .map((file) => `${file} is missing: run pnpm build`),
    ...present
      .filter((file) => !wanted.includes(file))
      .map((file) => `${file} belongs to no function of functions.json`),
  ];
};
