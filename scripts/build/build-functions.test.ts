import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { root } from '../lib/root.ts';
import { buildFunctions, type Built } from './build-functions.ts';

/** Largest bundle of a function that is not named below, in bytes. */
const usualLimit = 340_000;
/** Largest bundle of each function, in bytes. A dependency that grows one past this has to earn it. */
const limits: Readonly<Record<string, number>> = {
  create: 320_000,
  get: 300_000,
  list: 300_000,
  update: 305_000,
  'record-creator': 380_000,
  // Half a megabyte and a third of it are the fonts.
  pdf: 2_500_000,
  'internal-notify': 450_000,
  'customer-confirm': 450_000,
  sweeper: 300_000,
};

let folder: string;
let built: readonly Built[];
beforeAll(async () => {
  folder = await mkdtemp(`${tmpdir()}/build-`);
  built = await buildFunctions(root, folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe('The build', () => {
  test('makes the same bytes again, wherever it writes them', async () => {
    // pnpm test has built dist/ a moment ago.
    const same = await Promise.all(
      built.map(async ({ name, zip }) =>
        (await readFile(zip)).equals(await readFile(`${root}/dist/${name}.zip`)),
      ),
    );

    expect(same).toEqual(built.map(() => true));
  });

  test('keeps every bundle below its limit', () => {
    const tooLarge = built.filter(
      ({ name, bundleBytes }) => bundleBytes > (limits[name] ?? usualLimit),
    );

    expect(tooLarge).toEqual([]);
  });

  test('puts the bundle into the zip, and nothing else', async () => {
    const contents = await Promise.all(
      built.map(async ({ zip }) => unzipSync(await readFile(zip))),
    );

    expect(contents.map((files) => Object.keys(files))).toEqual(built.map(() => ['index.mjs']));
    expect(contents.map((files) => files['index.mjs']?.byteLength)).toEqual(
      built.map(({ bundleBytes }) => bundleBytes),
    );
  });

  test('puts no path of the machine that built it into a bundle', async () => {
    const bundles = await Promise.all(built.map(({ bundle }) => readFile(bundle, 'utf8')));

    expect(bundles.filter((bundle) => bundle.includes(root))).toEqual([]);
  });
});
