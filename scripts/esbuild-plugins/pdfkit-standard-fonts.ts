/**
 * pdfkit loads its standard fonts by `createRequire(import.meta.url)('#standard-fonts/…')`, which no bundler follows: such
 * a bundle finds its fonts beside `node_modules` only. This turns the calls into `require`, which esbuild does follow.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const hiddenRequire = /\brequire\$1\((?='#standard-fonts\/)/g;

/** Bundles the standard fonts with pdfkit. Fails the build when pdfkit no longer loads them in the known way. */
export const pdfkitStandardFonts: Plugin = {
  name: 'pdfkit-standard-fonts',
  setup: (build) => {
    build.onLoad({ filter: /[/\\]pdfkit[/\\]js[/\\]pdfkit\.node\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (source.match(hiddenRequire) === null) {
        return {
          errors: [{ text: 'pdfkit loads its standard fonts in a way unknown to this plugin.' }],
        };
      }
      return { contents: source.replace(hiddenRequire, 'require('), loader: 'js' };
    });
  },
};
