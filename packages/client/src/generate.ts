/** `node packages/client/src/generate.ts [--check]`: writes generated/api.ts, or says whether it is up to date. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiTypes } from './api-types.ts';

type Where = { readonly openapi: string; readonly file: string };

/** The document of the service, and the file that holds its types. */
export const ownTypes: Where = {
  openapi: fileURLToPath(new URL('../../api/openapi.json', import.meta.url)),
  file: fileURLToPath(new URL('generated/api.ts', import.meta.url)),
};

const current = (file: string) => readFile(file, 'utf8').catch(() => undefined);

/**
 * Writes the types of `openapi` to `file`; with the flag `--check` compares instead.
 * @returns what is wrong with the file, `undefined` when nothing is
 */
export const generate = async (
  flags: readonly string[],
  { openapi, file }: Where = ownTypes,
): Promise<string | undefined> => {
  const source = await apiTypes(await readFile(openapi, 'utf8'));
  if (flags.includes('--check')) {
    return source === (await current(file))
      ? undefined
      : `${file} is stale: run node packages/client/src/generate.ts`;
  }
  await mkdir(dirname(file), { recursive: true });
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
