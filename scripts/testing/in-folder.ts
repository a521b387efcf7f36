/** A folder for one test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';

/** Gives `work` an empty folder, and takes it away afterwards. */
export const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(`${tmpdir()}/test-`);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};
