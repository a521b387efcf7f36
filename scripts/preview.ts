/** `pnpm preview [--watch]`: every mail and every kind of invoice, to look at. */
import { readOptions, wholeNumber } from './lib/arguments.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';
import { watchPreview } from './preview/watch.ts';
import { writePreview } from './preview/write-preview.ts';

const help = `pnpm preview [--watch] [--port N]

Writes every mail (each status, short and long orders, names in several languages, what a broken template leads to) and the
invoice of every kind of order to out/preview/, and a page that shows them side by side: out/preview/index.html.

  --watch    serves the page, and makes it anew whenever a template or code of mails or invoices changes, until Ctrl-C
  --port N   where --watch serves it (default 4012; 0 = any free port)
  --live     used by --watch itself
  --help     shows this text`;

const flag = { type: 'boolean', default: false } as const;

await run(async () => {
  const options = readOptions(help, { watch: flag, live: flag, port: { type: 'string' } });
  const port = wholeNumber('port', options.port, { least: 0, most: 65_535, fallback: 4012 });
  const folder = `${root}/out/preview`;
  const stop = new AbortController();
  if (options.watch) process.once('SIGINT', () => stop.abort());
  console.log(`Written  ${await writePreview(folder, options.watch || options.live)}`);
  if (options.watch) await watchPreview(folder, { port, signal: stop.signal });
  return 0;
});
