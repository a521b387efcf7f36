import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import * as v from 'valibot';
import { readJsonFile } from './json-file.ts';

const fileWith = (text: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'json-')), 'settings.json');
  writeFileSync(path, text);
  return pathToFileURL(path);
};

const Settings = v.object({ limits: v.object({ most: v.number() }) });

test('a file is read by its schema', () => {
  expect(readJsonFile(fileWith('{"limits":{"most":3},"note":""}'), Settings)).toEqual({
    limits: { most: 3 },
  });
});

test('a file that does not fit is named with its field', () => {
  expect(() => readJsonFile(fileWith('{"limits":{"most":"3"}}'), Settings)).toThrow(
    /settings\.json: limits\.most: Invalid type/,
  );
});

test('a file of the wrong kind is named', () => {
  expect(() => readJsonFile(fileWith('[]'), v.string())).toThrow(/settings\.json: root:/);
});
