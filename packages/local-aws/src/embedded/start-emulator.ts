/** Starts one emulator in a worker thread and waits until it listens. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import type { AwsCall } from '../calls/aws-call.ts';
import { WorkerOutput, type WorkerInput } from './worker-protocol.ts';

const files = {
  dynamodb: new URL('./dynamodb.worker.ts', import.meta.url),
  messaging: new URL('./messaging.worker.ts', import.meta.url),
  mail: new URL('./mail.worker.ts', import.meta.url),
} as const;

export type Emulator = { readonly url: string; readonly close: () => Promise<void> };

/**
 * @param onCall told of the calls that functions make of it; without it nobody looks
 * @throws Error naming the emulator, its port and the reason when it does not start.
 */
export const startEmulator = async (
  name: keyof typeof files,
  wish: Omit<WorkerInput, 'watched'>,
  onCall?: (call: AwsCall) => void,
): Promise<Emulator> => {
  const input: WorkerInput = { ...wish, watched: onCall !== undefined };
  // Own environment and flags: what the parent was started with must not reach the emulator's settings.
  const worker = new Worker(files[name], { workerData: input, env: {}, execArgv: [], name });
  const close = async () => {
    await worker.terminate();
  };
  try {
    const [output] = v.parse(v.tuple([WorkerOutput]), await once(worker, 'message'));
    if (output.type === 'failed') throw new Error(output.reason);
    if (output.type === 'called') throw new Error('It was called before it listened.');
    worker.on('message', (data) => {
      const message = v.parse(WorkerOutput, data);
      if (message.type === 'called') onCall?.(message.call);
    });
    return { url: `http://127.0.0.1:${output.port}`, close };
  } catch (error) {
    await close();
    const where = input.port === 0 ? '' : ` on port ${input.port}. Is it in use?`;
    throw new Error(`The local ${name} does not start${where || '.'}`, { cause: error });
  }
};
