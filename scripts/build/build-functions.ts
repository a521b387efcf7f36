/** Builds every function of functions.json. */
import { readFile, stat } from 'node:fs/promises';
import { bundleFunction } from './bundle-function.ts';
import { zipBundle } from './zip-bundle.ts';

export type Built = {
  readonly name: string;
  readonly bundle: string;
  readonly bundleBytes: number;
  readonly zip: string;
  readonly zipBytes: number;
};

/** Names of the functions, as functions.json has them. */
export const functionNames = async (root: string): Promise<string[]> => {
  const { functions }: { functions: object } = JSON.parse(
    await readFile(`${root}/functions/functions.json`, 'utf8'),
  );
  return Object.keys(functions);
};

/** Bundles and zips every function into `dist/`. */
export const buildFunctions = async (root: string): Promise<Built[]> =>
  Promise.all((await functionNames(root)).map((name) => buildFunction(root, name)));

const buildFunction = async (root: string, name: string): Promise<Built> => {
  const bundle = await bundleFunction(root, name);
  const zip = `${root}/dist/${name}.zip`;
  const zipBytes = await zipBundle(bundle, zip);
  return { name, bundle, bundleBytes: (await stat(bundle)).size, zip, zipBytes };
};
