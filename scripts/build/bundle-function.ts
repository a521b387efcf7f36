/** Bundles one function: `dist/<name>/index.mjs`, its source map, and what it was made of (R-TEC-03, R-TEC-04). */
import { writeFile } from 'node:fs/promises';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { embeddedFonts } from '../esbuild-plugins/embedded-fonts.ts';
import { lambdaCredentials } from '../esbuild-plugins/lambda-credentials.ts';
import { leanSdk } from '../esbuild-plugins/lean-sdk.ts';
import { nativeBrotli } from '../esbuild-plugins/native-brotli.ts';
import { pdfkitStandardFonts } from '../esbuild-plugins/pdfkit-standard-fonts.ts';

// Some dependencies are CommonJS and call `require` for Node's own modules, which an ES module does not have.
const requireForCommonJs = `import { createRequire } from 'node:module';const require = createRequire(import.meta.url);`;

const options = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  sourcemap: 'external',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: requireForCommonJs },
  plugins: [embeddedFonts, lambdaCredentials, leanSdk, nativeBrotli, pdfkitStandardFonts],
  logLevel: 'warning',
  metafile: true,
} as const satisfies BuildOptions;

/**
 * Bundles one entry point into `outfile`; gives esbuild's list of what it read. Throws when esbuild reports an error.
 * @param root the project's folder
 * @param entryPoint from there
 */
export const bundle = async (
  root: string,
  entryPoint: string,
  outfile: string,
): Promise<Metafile> => {
  const { metafile } = await build({
    ...options,
    // Paths in the bundle, and so its bytes, do not depend on where the project lies.
    absWorkingDir: root,
    entryPoints: [entryPoint],
    outfile,
  });
  return metafile;
};

/**
 * Bundles `functions/<name>` into `folder`, and writes esbuild's metafile.json beside it; gives the path of the bundle. Throws when esbuild reports an error.
 * @param root the project's folder
 */
export const bundleFunction = async (
  root: string,
  folder: string,
  name: string,
): Promise<string> => {
  const outfile = `${folder}/${name}/index.mjs`;
  const metafile = await bundle(root, `functions/${name}/src/index.ts`, outfile);
  await writeFile(`${folder}/${name}/metafile.json`, JSON.stringify(metafile));
  return outfile;
};
