import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build, type Metafile } from 'esbuild';
import { nativeBrotli } from './native-brotli.ts';
import { pdfkitStandardFonts } from './pdfkit-standard-fonts.ts';

const entry = `
  import { Document, Page, Text, renderToBuffer } from '@react-pdf/renderer';
  import { createElement } from 'react';
  const text = (fontWeight) => createElement(Text, { key: fontWeight, style: { fontWeight } }, 'Tax Invoice');
  const page = createElement(Page, null, [text(400), text(700)]);
  const pdf = await renderToBuffer(createElement(Document, null, page));
  console.log(pdf.subarray(0, 5).toString(), pdf.length > 500);
`;

describe('a bundle of the PDF renderer', () => {
  let folder = '';
  let metafile: Metafile;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pdf-bundle-'));
    const resolveDir = fileURLToPath(new URL('../../functions/pdf/src', import.meta.url));
    ({ metafile } = await build({
      stdin: { contents: entry, resolveDir },
      outfile: join(folder, 'index.mjs'),
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [pdfkitStandardFonts, nativeBrotli],
      metafile: true,
    }));
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('renders in a folder that has nothing else', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['index.mjs'], { cwd: folder });

    expect(stdout).toBe('%PDF- true\n');
  });

  test('has no brotli decoder of its own', () => {
    const inputs = Object.keys(metafile.inputs);

    expect(inputs.filter((path) => path.includes('node_modules/brotli/'))).toEqual([]);
  });
});
