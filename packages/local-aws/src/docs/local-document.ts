/** The OpenAPI document as it holds here: without what only AWS reads, and with the address of the local API. */
import * as v from 'valibot';
import { readJsonFile } from '../json-file.ts';

const ApiDocument = v.looseObject({
  openapi: v.string(),
  paths: v.record(v.string(), v.record(v.string(), v.unknown())),
});

export type ApiDocument = v.InferOutput<typeof ApiDocument>;

/** Reads the document that `pnpm generate` writes. @throws Error when it is no OpenAPI document. */
export const readApiDocument = (): ApiDocument =>
  readJsonFile(new URL('../../../api/openapi.json', import.meta.url), ApiDocument);

// A browser sends preflights by itself: nobody tries them.
const withoutPreflight = (pathItem: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(pathItem).filter(([method]) => method !== 'options'));

/** As JSON. `apiUrl` takes the place of the servers, whose name is a placeholder that Terraform fills in. */
export const localDocument = ({ paths, ...document }: ApiDocument, apiUrl: string): string =>
  JSON.stringify(
    {
      ...document,
      servers: [{ url: apiUrl }],
      paths: Object.fromEntries(
        Object.entries(paths).map(([path, pathItem]) => [path, withoutPreflight(pathItem)]),
      ),
    },
    (key, value: unknown) => (key.startsWith('x-amazon-') ? undefined : value),
  );
