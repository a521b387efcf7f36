import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { generate, ownTemplates } from './generate.ts';
import { copyTemplates } from './testing/templates-folder.ts';

describe('generating the compiled templates', () => {
  test('the committed file is up to date', async () => {
    const problem = await generate(['--check']);

    expect(problem).toBeUndefined();
  });

  test('writes what is committed', async () => {
    await using templates = await copyTemplates();
    const file = join(templates.folder, 'templates.ts');

    await generate([], { folder: templates.folder, file });

    expect(await readFile(file, 'utf8')).toBe(await readFile(ownTemplates.file, 'utf8'));
  });

  test('says that the file is stale after a template changed', async () => {
    await using templates = await copyTemplates();
    await templates.replace('customer/order_rejected.txt', 'BBWS', 'BBWS!');

    const problem = await generate(['--check'], { ...ownTemplates, folder: templates.folder });

    expect(problem).toMatch(/templates\.ts is stale: run node packages\/email\/src\/generate\.ts$/);
  });

  test('says that the file is stale when there is none', async () => {
    const problem = await generate(['--check'], { ...ownTemplates, file: '/nowhere/templates.ts' });

    expect(problem).toContain('/nowhere/templates.ts is stale');
  });
});
