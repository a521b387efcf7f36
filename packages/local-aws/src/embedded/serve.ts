/** Runs inside an emulator's worker thread: starts its server and reports the port. */
import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { WorkerInput, type WorkerOutput } from './worker-protocol.ts';

const report = (output: WorkerOutput): void => parentPort?.postMessage(output);

/** The port of a listening server. @throws Error when it does not listen. */
export const portOf = (address: unknown): number =>
  v.parse(v.object({ port: v.number() }, 'The port is not free.'), address).port;

/** `start` gets the wish of the starting thread and answers the port it listens on. */
export const serve = async (start: (input: WorkerInput) => Promise<number>): Promise<void> => {
  try {
    report({ type: 'listening', port: await start(v.parse(WorkerInput, workerData)) });
  } catch (error) {
    report({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
};
