/** Writes docs/guarantees.md from the figures of the last whole run. */
import { readFile, writeFile } from 'node:fs/promises';
import { FiguresFile } from '@bbws/simulator/report/figures-file';
import { guaranteesPage } from '@bbws/simulator/report/guarantees-page';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';
import { root } from '../lib/root.ts';

const page = `${root}/docs/guarantees.md`;
const figures = `${root}/packages/simulator/figures.json`;

const pretty = async (text: string, filepath: string): Promise<string> =>
  format(text, { ...(await resolveConfig(filepath)), filepath });

/** What was measured last. Throws a word on what to do when nothing was. */
const lastFigures = async (): Promise<string> => {
  try {
    return await readFile(figures, 'utf8');
  } catch (cause) {
    throw new Error('There are no figures yet. Run: pnpm simulate all', { cause });
  }
};

const present = async (): Promise<string> =>
  pretty(
    guaranteesPage(v.parse(v.pipe(v.string(), v.parseJson(), FiguresFile), await lastFigures())),
    page,
  );

/** Writes the page, or only says whether it is up to date; gives an exit code. */
export const writePage = async (check: boolean): Promise<number> => {
  const text = await present();
  if (!check) {
    await writeFile(page, text);
    return 0;
  }
  if ((await readFile(page, 'utf8').catch(() => '')) === text) return 0;
  console.error('docs/guarantees.md is not up to date. Run: pnpm simulate page');
  return 1;
};

export const writeFigures = async (measured: FiguresFile): Promise<void> => {
  await writeFile(figures, await pretty(JSON.stringify(measured), figures));
};
