/** `pnpm build`: bundles and zips every function into dist/, and tries each zip alone. */
import { buildFunctions } from './build/build-functions.ts';
import { root } from './lib/root.ts';

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} KB`.padStart(8);

for (const { name, bundleBytes, zipBytes } of await buildFunctions(root))
  console.log(`${name.padEnd(18)} bundle ${kilobytes(bundleBytes)}   zip ${kilobytes(zipBytes)}`);
