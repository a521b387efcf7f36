/** Runs inside an emulator's worker thread: starts its server, reports the port and, when asked, the calls of functions. */
import type { Server } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { watchCalls } from '../calls/watch-calls.ts';
import { leaveIdleConnections } from '../http-server.ts';
import { WorkerInput, type WorkerOutput } from './worker-protocol.ts';

const report = (output: WorkerOutput): void => parentPort?.postMessage(output);

/** The port of a listening server. @throws Error when it does not listen. */
const portOf = (address: unknown): number =>
  v.parse(v.object({ port: v.number() }, 'The port is not free.'), address).port;

/** `start` gets the wish of the starting thread and answers its server, which listens. */
export const serve = async (start: (input: WorkerInput) => Promise<Server>): Promise<void> => {
  try {
    const input = v.parse(WorkerInput, workerData);
    const server = await start(input);
    leaveIdleConnections(server);
    if (input.watched) watchCalls(server, (call) => report({ type: 'called', call }));
    report({ type: 'listening', port: portOf(server.address()) });
  } catch (error) {
    report({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
};
