/** Makes the preview anew whenever a source changes, in a process of its own, so that changed code counts too. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { promisify } from 'node:util';
import { root } from '../lib/root.ts';
import { servePreview } from './serve.ts';

const watched = ['packages/email/src', 'functions/pdf/src', 'scripts/preview'];
/** Editors write a file in several steps: this long must nothing have changed, in milliseconds. */
const quiet = 150;

const makeAnew = async (): Promise<string | undefined> => {
  try {
    await promisify(execFile)(process.execPath, ['scripts/preview.ts', '--live'], { cwd: root });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Serves `folder` until `signal` aborts. */
export const watchPreview = async (
  folder: string,
  { port, signal }: { readonly port: number; readonly signal: AbortSignal },
): Promise<void> => {
  const { url, tellReaders, close } = await servePreview(folder, port);
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  const remake = async () => {
    const problem = await makeAnew();
    console.log(problem ?? `Made anew at ${new Date().toLocaleTimeString('en-ZA')}`);
    if (problem === undefined) tellReaders();
  };
  const watchers = watched.map((path) =>
    watch(`${root}/${path}`, { recursive: true, signal }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void (turn = turn.then(remake)), quiet);
    }),
  );
  // Aborting ends a watcher with an error event.
  for (const watcher of watchers) watcher.on('error', () => undefined);
  console.log(`Preview  ${url}  (Ctrl-C ends it)`);
  if (!signal.aborted) await once(signal, 'abort');
  clearTimeout(timer);
  await turn;
  close();
};
