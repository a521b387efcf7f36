/**
 * Leaves out of the AWS SDK what no call of this service reaches: about 27 KB per bundle. What is left out fails loudly
 * if something reaches it after all.
 */
import { readFile } from 'node:fs/promises';
import type { ImportKind, Plugin } from 'esbuild';
import * as v from 'valibot';

const namespace = 'lean-sdk';

const Manifest = v.pipe(v.string(), v.parseJson(), v.object({ version: v.string() }));

const fail = (what: string) => `throw new Error('${what} is left out of this bundle (lean-sdk)');`;

type Replacement = { readonly kind: ImportKind; readonly path: string; readonly contents: string };

const replacements: readonly Replacement[] = [
  {
    // Loaded by operations that stream events, such as S3's SelectObjectContent.
    kind: 'dynamic-import',
    path: '@smithy/core/event-streams',
    contents: `
      export const eventStreamSerdeProvider = () => { ${fail('Event streaming')} };
      export class EventStreamSerde { constructor() { ${fail('Event streaming')} } }`,
  },
  {
    // Made by every DynamoDB client, read only when endpoint discovery is switched on, which it is not by default.
    kind: 'import-statement',
    path: '@aws-sdk/endpoint-cache',
    contents: `export class EndpointCache { get() { ${fail('Endpoint discovery')} } }`,
  },
];

export const leanSdk: Plugin = {
  name: namespace,
  setup: (build) => {
    build.onResolve({ filter: /^@(?:smithy|aws-sdk)\// }, ({ kind, path }) =>
      replacements.some((replacement) => replacement.kind === kind && replacement.path === path)
        ? { path, namespace }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: replacements.find((replacement) => replacement.path === path)?.contents ?? '',
    }));
    // A client reads its own version only, for the user agent.
    build.onLoad(
      { filter: /[/\\]@aws-sdk[/\\]client-[^/\\]+[/\\]package\.json$/ },
      async ({ path }) => ({
        contents: JSON.stringify(v.parse(Manifest, await readFile(path, 'utf8'))),
        loader: 'json',
      }),
    );
  },
};
