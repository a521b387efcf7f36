/**
 * The SDK's default credential chain looks in files, in containers and on instances. A Lambda has its credentials in the
 * environment: the bundle brings only that provider, is a third smaller and starts sooner.
 */
import type { Plugin } from 'esbuild';

const namespace = 'lambda-credentials';

export const lambdaCredentials: Plugin = {
  name: namespace,
  setup: (build) => {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, async (args) => {
      if (args.pluginData === namespace) return undefined;
      const { path, errors } = await build.resolve(args.path, {
        kind: args.kind,
        importer: args.importer,
        resolveDir: args.resolveDir,
        pluginData: namespace,
      });
      return errors.length > 0 ? { errors } : { path, namespace };
    });
    // Resolved from the chain's own folder, which depends on the provider that is kept.
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';`,
      resolveDir: path.replace(/[/\\][^/\\]+$/, ''),
    }));
  },
};
