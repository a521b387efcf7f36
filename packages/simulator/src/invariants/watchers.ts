/** What is looked at while a simulation runs: each writes what it sees broken into the history. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { History } from '../world/history.ts';
import type { WorldOptions } from '../world/world.ts';
import { watchAcknowledged } from './acknowledged-means-done.ts';
import { watchPutAside } from './dead-letters-are-impersonal.ts';
import { watchFailed } from './only-failures-return.ts';
import { watchRetry } from './retries-are-timed.ts';
import { watchPublished } from './tenant-is-group.ts';

/** Looks at what functions do with their messages. */
export const messageWatchers: Required<Pick<WorldOptions, 'onDone' | 'onFailed'>> = {
  onDone: watchAcknowledged,
  onFailed: (world, delivered, batch) => {
    watchFailed(world, delivered, batch);
    watchRetry(world, delivered);
  },
};

/** Looks at a call that AWS has taken. */
export const watchEffect = (history: History, operation: string, input: unknown): void => {
  if (operation === 'Publish') watchPublished(history, input);
  if (operation === 'SendMessage') watchPutAside(history, input);
  if (operation === 'PutObject') noteStored(history, input);
};

const Stored = v.object({ Key: v.string(), Body: v.instance(Uint8Array) });

const noteStored = ({ stored }: History, input: unknown): void => {
  const { Key, Body } = v.parse(Stored, input);
  const hashes = stored.get(Key) ?? new Set();
  stored.set(Key, hashes.add(createHash('sha256').update(Body).digest('hex')));
};
