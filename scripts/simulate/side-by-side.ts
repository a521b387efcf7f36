/** Runs simulations next to each other, as many as there are processors: one alone waits half of its time for its emulators. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import * as v from 'valibot';
import { Message, reports, type Kind, type Report, type Simulation } from './simulation.ts';

type OnProgress = (index: number, share: number) => void;

const runInThread = <K extends Kind>(
  kind: K,
  simulation: Simulation,
  onProgress: (share: number) => void,
): Promise<Report<K>> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./simulation.worker.ts', import.meta.url), {
      workerData: simulation,
    });
    thread.once('error', reject);
    thread.once('exit', (code) =>
      reject(new Error(`The simulation ended with ${code} and no report.`)),
    );
    thread.on('message', (posted: unknown) => {
      const message = v.parse(Message, posted);
      if (message.type === 'progress') onProgress(message.done / message.of);
      else resolve(v.parse(reports[kind], message.report));
    });
  });

/**
 * Their reports, in the order in which they were asked for, each as soon as it and those before it are there.
 * @param onProgress told which share (0 to 1) of a simulation is over
 */
export async function* sideBySide<K extends Kind>(
  kind: K,
  simulations: readonly (Simulation & { readonly kind: K })[],
  onProgress: OnProgress = () => undefined,
): AsyncGenerator<Report<K>> {
  const limit = pLimit(availableParallelism());
  const running = simulations.map((simulation, index) =>
    limit(() => runInThread(kind, simulation, (share) => onProgress(index, share))),
  );
  // One that fails while an earlier one is awaited is heard of in its turn.
  for (const one of running) one.catch(() => undefined);
  for (const one of running) yield await one;
}

/** All of them, when the last one is there. */
export const gather = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const gathered: Item[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
};
