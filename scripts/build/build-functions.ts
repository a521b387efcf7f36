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

/** Bundles and zips every function into `folder`, which is the project's dist/ unless given. */
export const buildFunctions = (root: string, folder = `${root}/dist`): Promise<Built[]> =>
  Promise.all(
    Object.keys(readFunctionsFile().functions).map((name) => buildFunction(root, folder, name)),
  );

const buildFunction = async (root: string, folder: string, name: string): Promise<Built> => {
  const bundle = await bundleFunction(root, folder, name);
  const zip = `${folder}/${name}.zip`;
  const zipBytes = await zipBundle(bundle, zip);
  return { name, bundle, bundleBytes: (await stat(bundle)).size, zip, zipBytes };
};
