/** What was planned is what is applied: a hash over the plan and over the providers that it was made with. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { EnvironmentName } from './delivery-rules.ts';

/** What the plan job hands to the deploy job, from the project's folder. */
export const sealedFiles = (name: EnvironmentName): readonly string[] => [
  `terraform/${name}.tfplan`,
  'terraform/.terraform.lock.hcl',
];

/** SHA-256 in hex over the files' names and bytes. @throws Error when one is missing */
export const seal = async (root: string, files: readonly string[]): Promise<string> => {
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = await readFile(`${root}/${file}`);
    hash.update(`${file} ${bytes.byteLength}\n`).update(bytes);
  }
  return hash.digest('hex');
};
