/** fontkit brings a brotli decoder in JavaScript, dictionary and all, for WOFF2 fonts. Node.js has its own. */
import type { Plugin } from 'esbuild';

const namespace = 'native-brotli';

/** What `brotli/decompress.js` exports, by node:zlib. */
const contents = `
  import { brotliDecompressSync } from 'node:zlib';
  export default (compressed) => brotliDecompressSync(compressed);
`;

/** Replaces `brotli/decompress.js` by node:zlib, which saves 480 KB. */
export const nativeBrotli: Plugin = {
  name: namespace,
  setup: (build) => {
    build.onResolve({ filter: /^brotli\/decompress(\.js)?$/ }, ({ path }) => ({ path, namespace }));
    build.onLoad({ filter: /.*/, namespace }, () => ({ contents, loader: 'js' }));
  },
};
