/** Lambda's event source mapping: reads a queue in batches and hands them to a function. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Outcome } from '../function-worker/protocol.ts';
import type { Closable } from '../started.ts';
import { doneMessages } from './done-messages.ts';
import { gatherBatch, type BatchLimits } from './gather-batch.ts';
import type { Queue } from './queue.ts';
import type { ReceivedMessage } from './received-message.ts';
import { toSqsEvent } from './sqs-event.ts';

export type MappingDeps = {
  readonly queue: Queue;
  readonly queueArn: string;
  readonly invoke: (event: unknown) => Promise<Outcome>;
  /** Told of everything that goes wrong between queue and function; the mapping goes on. */
  readonly onError: (error: unknown) => void;
};

export type MappingSettings = BatchLimits & { readonly maximumConcurrency: number };

const pauseAfterErrorMs = 250;

const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  await delay(ms, undefined, { signal });
};

const process = async (
  { queue, queueArn, invoke, onError }: MappingDeps,
  batch: ReceivedMessage[],
) => {
  try {
    const outcome = await invoke(toSqsEvent(batch, queueArn));
    const done = doneMessages(outcome, batch);
    // The others are left to their visibility timeout, which the function itself may have changed.
    if (done.length > 0) await queue.remove(done);
  } catch (error) {
    onError(error);
  }
};

const poll = async (deps: MappingDeps, settings: MappingSettings, signal: AbortSignal) => {
  const gatherDeps = { receive: deps.queue.receive, pause, now: () => performance.now() };
  const running = new Set<Promise<void>>();
  const closing = () => signal.aborted;
  while (!closing()) {
    try {
      // A message taken while nobody is free would only lose visibility time.
      if (running.size >= settings.maximumConcurrency) await Promise.race(running);
      const batch = await gatherBatch(gatherDeps, settings, signal);
      if (batch.length === 0) continue;
      const work = process(deps, batch).finally(() => running.delete(work));
      running.add(work);
    } catch (error) {
      if (closing()) break;
      deps.onError(error);
      await pause(pauseAfterErrorMs, signal).catch(() => undefined);
    }
  }
  await Promise.all(running);
};

/** Closing stops the reading at once and waits for the invocations under way. */
export const startMapping = (deps: MappingDeps, settings: MappingSettings): Closable => {
  const closing = new AbortController();
  const polling = poll(deps, settings, closing.signal);
  return {
    close: () => {
      closing.abort();
      return polling;
    },
  };
};
