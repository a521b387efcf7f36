/** `node packages/email/src/generate.ts [--check]`: writes generated/templates.ts, or says whether it is up to date. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { templatesSource } from './templates-source.ts';

type Where = { readonly folder: string; readonly file: string };

/** The templates of this package, and the file that holds them compiled. */
export const ownTemplates: Where = {
  folder: fileURLToPath(new URL('templates', import.meta.url)),
  file: fileURLToPath(new URL('generated/templates.ts', import.meta.url)),
};

const current = (file: string) => readFile(file, 'utf8').catch(() => undefined);

/**
 * Writes the compiled templates below `folder` to `file`; with the flag `--check` compares instead.
 * @returns what is wrong with the file, `undefined` when nothing is
 */
export const generate = async (
  flags: readonly string[],
  { folder, file }: Where = ownTemplates,
): Promise<string | undefined> => {
  const source = await templatesSource(folder);
  if (flags.includes('--check')) {
    return source === (await current(file))
      ? undefined
      : `${file} is stale: run node packages/email/src/generate.ts`;
  }
  await writeFile(file, source);
  return undefined;
};

if (import.meta.main) {
  const problem = await generate(process.argv);
  if (problem !== undefined) {
    console.error(problem);
    process.exitCode = 1;
  }
}
