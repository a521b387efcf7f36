import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';

test('what runs in a function does not bring MJML along', async () => {
  const imports = [
    'send',
    'ses-client',
    'refusal',
    'customer-confirmation',
    'internal-notification',
  ];

  const { metafile } = await build({
    stdin: {
      contents: imports.map((file) => `export * from './${file}.ts';`).join('\n'),
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
  });

  const files = Object.keys(metafile.inputs);
  expect(files.filter((file) => /mjml|compile|generate\.ts|sample-views/.test(file))).toEqual([]);
});
