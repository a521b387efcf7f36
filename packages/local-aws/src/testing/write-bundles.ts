/** Writes small bundles for tests, laid out as `pnpm build` lays out the real ones. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Bundles = { readonly folder: string; readonly remove: () => Promise<void> };

/** `sources` by function name: the text of `index.mjs`. */
export const writeBundles = async (sources: Record<string, string>): Promise<Bundles> => {
  const folder = await mkdtemp(join(tmpdir(), 'local-aws-'));
  for (const [name, source] of Object.entries(sources)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'index.mjs'), source);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};
