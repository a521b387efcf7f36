import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build, type Metafile } from 'esbuild';
import { embeddedFonts } from './embedded-fonts.ts';
import { nativeBrotli } from './native-brotli.ts';
import { pdfkitStandardFonts } from './pdfkit-standard-fonts.ts';

const requireForCommonJs = `import { createRequire } from 'node:module';const require = createRequire(import.meta.url);`;

const entry = `
  import { aRecordedOrder } from '@bbws/domain/testing/builders';
  import { renderInvoice } from './invoice/render-invoice.ts';
  import { aSupplier } from '@bbws/domain/testing/supplier';
  const settings = { timeZone: 'Africa/Johannesburg', supplier: aSupplier() };
  const pdf = Buffer.from(await renderInvoice(aRecordedOrder(), settings)).toString('latin1');
  console.log(pdf.slice(0, 5), [...new Set(pdf.match(/NotoSans-\\w+/g))].sort().join(' '));
`;

describe('a bundle of the invoice', () => {
  let folder = '';
  let metafile: Metafile;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pdf-bundle-'));
    const resolveDir = fileURLToPath(new URL('../../functions/pdf/src', import.meta.url));
    ({ metafile } = await build({
      stdin: { contents: entry, resolveDir },
      outfile: join(folder, 'index.mjs'),
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [embeddedFonts, pdfkitStandardFonts, nativeBrotli],
      banner: { js: requireForCommonJs },
      metafile: true,
    }));
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('renders in a folder that has nothing else, in the fonts that it holds', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['index.mjs'], { cwd: folder });

    expect(stdout).toBe('%PDF- NotoSans-Bold NotoSans-Regular\n');
  });

  test('has no brotli decoder of its own', () => {
    const inputs = Object.keys(metafile.inputs);

    expect(inputs.filter((path) => path.includes('node_modules/brotli/'))).toEqual([]);
  });
});
