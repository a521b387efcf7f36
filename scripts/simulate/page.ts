/** Writes docs/guarantees.md from the figures of the last whole run, and tells whether these are still those of the code. */
import { readFile, writeFile } from 'node:fs/promises';
import { FiguresFile } from '@bbws/simulator/report/figures-file';
import { guaranteesPage } from '@bbws/simulator/report/guarantees-page';
import { staleNames } from '@bbws/simulator/report/stale-figures';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';
import { root } from '../lib/root.ts';

const page = `${root}/docs/guarantees.md`;
const figures = `${root}/packages/simulator/figures.json`;

const pretty = async (text: string, filepath: string): Promise<string> =>
  format(text, { ...(await resolveConfig(filepath)), filepath });

/** What was measured last. Throws a word on what to do when nothing was. */
export const lastFigures = async (): Promise<FiguresFile> => {
  try {
    return v.parse(v.pipe(v.string(), v.parseJson(), FiguresFile), await readFile(figures, 'utf8'));
  } catch (cause) {
    throw new Error('There are no figures that can be read. Run: pnpm simulate all', { cause });
  }
};

/** Writes the page, or only says whether page and figures are up to date; gives an exit code. */
export const writePage = async (check: boolean): Promise<number> => {
  const measured = await lastFigures();
  const text = await pretty(guaranteesPage(measured), page);
  if (!check) {
    await writeFile(page, text);
    return 0;
  }
  const stale = staleNames(measured);
  if (stale.length > 0) tellStale(stale);
  const isPresent = (await readFile(page, 'utf8').catch(() => '')) === text;
  if (!isPresent) console.error('docs/guarantees.md is not up to date. Run: pnpm simulate page');
  return isPresent && stale.length === 0 ? 0 : 1;
};

/** Says what is no longer as it was measured. */
export const tellStale = (stale: readonly string[]): void => {
  for (const line of stale) console.error(line);
  console.error('packages/simulator/figures.json is not up to date. Run: pnpm simulate all');
};

export const writeFigures = async (measured: FiguresFile): Promise<void> => {
  await writeFile(figures, await pretty(JSON.stringify(measured), figures));
};
