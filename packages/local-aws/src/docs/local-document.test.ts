import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { localDocument, readApiDocument } from './local-document.ts';

const Document = v.looseObject({
  servers: v.unknown(),
  paths: v.record(v.string(), v.record(v.string(), v.unknown())),
});

const apiUrl = 'http://127.0.0.1:4010';

const local = (paths: Record<string, Record<string, unknown>>) =>
  v.parse(
    Document,
    JSON.parse(
      localDocument(
        { openapi: '3.0.3', servers: [{ url: 'https://{domain}' }], 'x-amazon-thing': {}, paths },
        apiUrl,
      ),
    ),
  );

describe('the local document', () => {
  test('names the local API', () => {
    expect(local({}).servers).toEqual([{ url: apiUrl }]);
  });

  test('leaves out what only AWS reads, at any depth', () => {
    const document = local({ '/things': { get: { summary: 'Read', 'x-amazon-integration': {} } } });

    expect(document).not.toHaveProperty('x-amazon-thing');
    expect(document.paths).toEqual({ '/things': { get: { summary: 'Read' } } });
  });

  test('leaves out preflights, and nothing else of that name', () => {
    const properties = { options: { type: 'string' } };

    const { paths } = local({ '/things': { get: { properties }, options: { tags: [] } } });

    expect(paths).toEqual({ '/things': { get: { properties } } });
  });

  test("has every path and no placeholder of the API's own document", () => {
    const document = readApiDocument();

    const text = localDocument(document, apiUrl);

    expect(Object.keys(v.parse(Document, JSON.parse(text)).paths)).toEqual(
      Object.keys(document.paths),
    );
    expect(text).not.toContain('${');
  });
});
