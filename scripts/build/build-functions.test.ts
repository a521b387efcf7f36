import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { root } from '../lib/root.ts';
import { buildFunctions, type Built } from './build-functions.ts';

/** Largest bundle of each function, in bytes. A dependency that grows one past this has to earn it. */
const limits: Readonly<Record<string, number>> = {
  create: 320_000,
  get: 300_000,
  list: 300_000,
  update: 300_000,
  'record-creator': 380_000,
  pdf: 2_000_000,
  'internal-notify': 450_000,
  'customer-confirm': 450_000,
};

let folders: readonly string[];
let first: readonly Built[];
let second: readonly Built[];
beforeAll(async () => {
  folders = [await mkdtemp(`${tmpdir()}/build-`), await mkdtemp(`${tmpdir()}/build-`)];
  [first = [], second = []] = await Promise.all(
    folders.map((folder) => buildFunctions(root, folder)),
  );
}, 60_000);
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

describe('The build', () => {
  test('makes the same bytes again, wherever it writes them', async () => {
    const [zips = [], again = []] = await Promise.all(
      [first, second].map((built) => Promise.all(built.map(({ zip }) => readFile(zip)))),
    );

    expect(zips.map((zip, index) => zip.equals(again[index] ?? zip.subarray(1)))).toEqual(
      zips.map(() => true),
    );
  });

  test('keeps every bundle below its limit', () => {
    const tooLarge = first.filter(({ name, bundleBytes }) => bundleBytes > (limits[name] ?? 0));

    expect(tooLarge).toEqual([]);
  });

  test('puts the bundle into the zip, and nothing else', async () => {
    const contents = await Promise.all(
      first.map(async ({ zip }) => unzipSync(await readFile(zip))),
    );

    expect(contents.map((files) => Object.keys(files))).toEqual(first.map(() => ['index.mjs']));
    expect(contents.map((files) => files['index.mjs']?.byteLength)).toEqual(
      first.map(({ bundleBytes }) => bundleBytes),
    );
  });

  test('puts no path of the machine that built it into a bundle', async () => {
    const bundles = await Promise.all(first.map(({ bundle }) => readFile(bundle, 'utf8')));

    expect(bundles.filter((bundle) => bundle.includes(root))).toEqual([]);
  });
});
