/** The calls that tests recorded: many files while they run, one when all of them have passed. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { bundleHash } from '@bbws/local-aws/calls/bundle-hash';
import { RecordedCall } from '@bbws/local-aws/calls/recorded-call';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';
import * as v from 'valibot';
import { root } from '../lib/root.ts';

const folder = `${root}/out/iam`;
const file = `${folder}/calls.json`;

const Recording = v.object({
  /** Which tests ran. */
  tests: v.string(),
  /** Hash of each function's bundle: a call counts for the bundle that made it. */
  bundles: v.record(v.string(), v.string()),
  calls: v.array(RecordedCall),
});
export type Recording = v.InferOutput<typeof Recording>;

/** Hashes of the bundles in dist/. @throws Error when one is missing */
const currentBundles = (): Record<string, string> =>
  Object.fromEntries(
    Object.keys(readFunctionsFile().functions).map((name) => [
      name,
      bundleHash(`${root}/dist/${name}/index.mjs`),
    ]),
  );

/** Forgets what was recorded before, and gives a folder for tests to record in (RECORD_CALLS). */
export const startRecording = async (): Promise<string> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(`${folder}/calls`, { recursive: true });
  return `${folder}/calls`;
};

/** The calls of those bundles in the files, each once, in a fixed order. Tests also run bundles of their own making. */
export const foldCalls = (
  texts: readonly string[],
  bundles: Readonly<Record<string, string>>,
): RecordedCall[] => {
  const lines = new Set(texts.flatMap((text) => text.split('\n')).filter((line) => line !== ''));
  return [...lines]
    .toSorted()
    .map((line) => v.parse(v.pipe(v.string(), v.parseJson(), RecordedCall), line))
    .filter((call) => bundles[call.function] === call.bundle);
};

/** Keeps what tests recorded. Only for tests that have all passed: a recording with gaps would pass what it has not seen. */
export const finishRecording = async (recordedIn: string, tests: string): Promise<Recording> => {
  const names = await readdir(recordedIn);
  const texts = await Promise.all(names.map((name) => readFile(`${recordedIn}/${name}`, 'utf8')));
  const bundles = currentBundles();
  const recording = { tests, bundles, calls: foldCalls(texts, bundles) };
  await writeFile(file, `${JSON.stringify(recording, undefined, 2)}\n`);
  await rm(recordedIn, { recursive: true });
  return recording;
};

/** The recording in `text`, or why none counts for these bundles. */
export const recordingIn = (
  text: string | undefined,
  bundles: Readonly<Record<string, string>>,
): Recording | { readonly missing: string } => {
  if (text === undefined) return { missing: 'No calls are recorded.' };
  const recording = v.parse(v.pipe(v.string(), v.parseJson(), Recording), text);
  const current = Object.entries(bundles);
  const stale = current.filter(([name, hash]) => recording.bundles[name] !== hash);
  return stale.length === 0
    ? recording
    : {
        missing: `The recorded calls are those of other bundles: ${stale.map(([name]) => name).join(', ')}.`,
      };
};

/** What was recorded last, or why it does not count. */
export const readRecording = async (): Promise<ReturnType<typeof recordingIn>> =>
  recordingIn(await readFile(file, 'utf8').catch(() => undefined), currentBundles());
