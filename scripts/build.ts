/** `pnpm build`: bundles and zips every function into dist/, and tries each bundle alone. */
import { buildFunctions } from './build/build-functions.ts';
import { tryBundle } from './build/try-bundle.ts';
import { readOptions } from './lib/arguments.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

const help = `pnpm build

Writes dist/<function>/index.mjs and a byte-reproducible dist/<function>.zip for every function of functions.json, and loads
each bundle alone in an empty folder. Exits with 1 when one does not build, or does not load.`;

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} KB`.padStart(8);

await run(async () => {
  readOptions(help, {});
  const built = await buildFunctions(root);
  let faults = 0;
  for (const { name, bundle, bundleBytes, zipBytes } of built) {
    const fault = await tryBundle(name, bundle);
    console.log(
      `${fault ? 'FAILED' : 'ok    '} ${name.padEnd(18)} bundle ${kilobytes(bundleBytes)}   zip ${kilobytes(zipBytes)}`,
    );
    if (fault) {
      faults += 1;
      console.error(fault);
    }
  }
  return faults === 0 ? 0 : 1;
});
