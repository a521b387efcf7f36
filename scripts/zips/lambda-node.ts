/** Whether this Node.js is the one that Lambda runs the functions with. */
import { readFile } from 'node:fs/promises';

/** What is wrong with `version` (24.21.0); `undefined` when it is of the runtime that Terraform names. */
export const nodeProblem = async (root: string, version: string): Promise<string | undefined> => {
  const file = 'terraform/modules/function/main.tf';
  const runtime = /runtime\s*=\s*"nodejs(\d+)\.x"/.exec(await readFile(`${root}/${file}`, 'utf8'));
  if (runtime?.[1] === undefined) return `${file} names no runtime nodejsN.x any more`;
  return version.split('.')[0] === runtime[1]
    ? undefined
    : `This is Node.js ${version}, and Lambda runs ${runtime[1]} (${file}): start the command with pnpm`;
};
