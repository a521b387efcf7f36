/**
 * The rules of a scanner (checkov) that are not met, in place: `#checkov:skip=CKV_AWS_119:reason`. No scanner runs here: none comes from
 * npm. What is checked is that an exception names a rule and says why.
 */
import { readdir, readFile } from 'node:fs/promises';

const exception = /^\s*#\s*(checkov|tfsec|trivy)\b.*$/;
const wellFormed = /^\s*#checkov:skip=CKV2?_AWS_\d+:(.+)$/;

/** A reason has words: "n/a" and "not needed" say nothing. */
const fewestWords = 4;

/** What is wrong with the exceptions of one file. */
export const faultsIn = (file: string, text: string): string[] =>
  text.split('\n').flatMap((line, index) => {
    if (!exception.test(line)) return [];
    const [, reason = ''] = wellFormed.exec(line) ?? [];
    return reason.trim().split(/\s+/).length >= fewestWords
      ? []
      : [
          `${file}:${String(index + 1)}: "${line.trim()}" must name a rule and say why it is not met: #checkov:skip=CKV_AWS_1:Because ...`,
        ];
  });

/** What is wrong with the exceptions of every .tf file below `folder`. */
export const exceptionFaults = async (folder: string): Promise<string[]> => {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.tf'));
  const faults = await Promise.all(
    files
      .toSorted()
      .map(async (file) =>
        faultsIn(`terraform/${file}`, await readFile(`${folder}/${file}`, 'utf8')),
      ),
  );
  return faults.flat();
};
