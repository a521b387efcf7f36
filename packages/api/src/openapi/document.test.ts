import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { routes } from '../routes.ts';
import { openapiText } from './document.ts';
import { lintProblems } from './lint.ts';

const text = openapiText(routes);

const Operation = v.object({
  operationId: v.string(),
  security: v.array(v.unknown()),
  responses: v.record(v.string(), v.unknown()),
  'x-amazon-apigateway-integration': v.object({ type: v.string(), uri: v.optional(v.string()) }),
});
const Operations = v.record(v.string(), v.record(v.string(), Operation));
const Document = v.pipe(v.string(), v.parseJson(), v.object({ paths: Operations }));
const { paths } = v.parse(Document, text);
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

describe('The OpenAPI document', () => {
  test('passes the strict rules of a linter', async () => {
    expect(await lintProblems(text)).toEqual([]);
  });

  test('fails the linter when an example does not fit its schema', async () => {
    const broken = text.replaceAll('"total": 1378.85', '"total": "free"');

    expect(await lintProblems(broken)).not.toEqual([]);
  });

  test('has an operation for every route, and a preflight for every path', () => {
    const ids = operations.map(({ method, path }) => `${method} ${path}`).toSorted();

    const everyPath = [...new Set(routes.map(({ path }) => path))];
    expect(ids).toEqual(
      [
        ...routes.map(({ method, path }) => `${method.toLowerCase()} ${path}`),
        ...everyPath.map((path) => `options ${path}`),
      ].toSorted(),
    );
  });

  test('asks for a token exactly where the table of routes does', () => {
    const open = operations.filter(({ security }) => security.length === 0);

    const names = open.map(({ operationId }) => operationId);
    expect(names.filter((name) => !name.startsWith('preflight')).toSorted()).toEqual([
      'health',
      'openMailedInvoice',
    ]);
  });

  test('names only functions that exist', () => {
    const { functions } = v.parse(
      v.pipe(v.string(), v.parseJson(), v.object({ functions: v.record(v.string(), v.unknown()) })),
      readFileSync(new URL('../../../../functions/functions.json', import.meta.url), 'utf8'),
    );

    const missing = routes.filter((route) => !(route.function in functions));

    expect(missing).toEqual([]);
  });

  test('leaves these names to Terraform, and no others', () => {
    const names = new Set(text.match(/\$\{[^}]*\}/g));

    expect([...names].toSorted()).toEqual([
      '${allowed_origins}',
      '${api_domain}',
      '${gateway_allow_origin}',
      ...[...new Set(routes.map((route) => `\${invoke_arns.${route.function}}`))].toSorted(),
      '${user_pool_arns}',
    ]);
  });
});
