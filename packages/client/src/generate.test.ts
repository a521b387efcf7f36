import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { apiTypes } from './api-types.ts';
import { generate, ownTypes } from './generate.ts';

describe('generating the types', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'client-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('the committed file is up to date', async () => {
    expect(await generate(['--check'])).toBeUndefined();
  });

  test('writes what is committed, also into a folder that does not exist', async () => {
    const file = join(folder, 'generated', 'api.ts');

    await generate([], { ...ownTypes, file });

    expect(await readFile(file, 'utf8')).toBe(await readFile(ownTypes.file, 'utf8'));
  });

  test('says that the file is stale after the document changed', async () => {
    const openapi = join(folder, 'openapi.json');
    const document = await readFile(ownTypes.openapi, 'utf8');
    await writeFile(openapi, document.replaceAll('orderNumber', 'orderNo'));

    expect(await generate(['--check'], { ...ownTypes, openapi })).toMatch(
      /api\.ts is stale: run node packages\/client\/src\/generate\.ts$/,
    );
  });

  test('says that the file is stale when there is none', async () => {
    const file = join(folder, 'api.ts');

    expect(await generate(['--check'], { ...ownTypes, file })).toContain('api.ts is stale');
  });

  test('leaves preflights out', async () => {
    const answer = { 200: { description: 'Fine.' } };
    const paths = { '/a': { get: { responses: answer }, options: { responses: answer } } };
    const info = { title: 'A', version: '1' };

    const source = await apiTypes(JSON.stringify({ openapi: '3.0.3', info, paths }));

    expect(source).toContain('options?: never');
  });
});
