/** Packs a bundle for Lambda, the same bytes every time. */
import { readFile, writeFile } from 'node:fs/promises';
import { zipSync } from 'fflate';

// A zip keeps local times from 1980 on: any fixed one will do.
const fixedTime = new Date(1980, 0, 1);
const unix = 3;
const readableByAll = 0o100644;

/** Writes `zipFile` with the bundle as `index.mjs`, and nothing else; gives its size in bytes. */
export const zipBundle = async (bundle: string, zipFile: string): Promise<number> => {
  const zip = zipSync(
    { 'index.mjs': [await readFile(bundle), { os: unix, attrs: readableByAll << 16 }] },
    { level: 9, mtime: fixedTime },
  );
  await writeFile(zipFile, zip);
  return zip.byteLength;
};
