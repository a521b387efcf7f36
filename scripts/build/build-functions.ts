/** Builds every function of functions.json. */
import { stat } from 'node:fs/promises';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';
import { bundleFunction } from './bundle-function.ts';
import { zipBundle } from './zip-bundle.ts';

export type Built = {
  readonly name: string;
  readonly bundle: string;
  readonly bundleBytes: number;
  readonly zip: string;
  readonly zipBytes: number;
};

/** Bundles and zips every function into `dist/`. */
export const buildFunctions = (root: string): Promise<Built[]> =>
  Promise.all(
    Object.keys(readFunctionsFile().functions).map((name) => buildFunction(root, name)),
  );

const buildFunction = async (root: string, name: string): Promise<Built> => {
  const bundle = await bundleFunction(root, name);
  const zip = `${root}/dist/${name}.zip`;
  const zipBytes = await zipBundle(bundle, zip);
  return { name, bundle, bundleBytes: (await stat(bundle)).size, zip, zipBytes };
};
