/** One worker thread with a function's bundle in it, and the invocations under way there. */
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import type { Closable } from '../started.ts';
import { deployedName, lambdaEnv, type FunctionSpec } from './function-spec.ts';
import { ThreadMessage, type InvokeMessage, type Outcome } from './protocol.ts';
import { region } from '../client-env.ts';

export type Thread = Closable & {
  readonly invoke: (event: unknown) => Promise<Outcome>;
};

const failed = (requestId: string, errorType: string, text: string): Outcome => ({
  ok: false,
  error: { errorType, errorMessage: `RequestId: ${requestId} Error: ${text}` },
});

const newWorker = (spec: FunctionSpec): Worker => {
  const worker = new Worker(new URL('./function.worker.ts', import.meta.url), {
    workerData: {
      bundle: spec.bundle,
      functionName: deployedName(spec.name),
      functionArn: `arn:aws:lambda:${region}:000000000000:function:${deployedName(spec.name)}`,
      memoryMb: spec.settings.memoryMb,
    },
    env: { ...lambdaEnv(spec), ...spec.env },
    execArgv: [],
    name: spec.name,
    stdout: true,
    stderr: true,
  });
  for (const stream of ['stdout', 'stderr'] as const) {
    createInterface(worker[stream]).on('line', (line) => spec.onLine(stream, line));
  }
  return worker;
};

/**
 * Starts the thread and loads the bundle. `onRetired` is called when the thread takes no more invocations: it died, or
 * one of them ran out of time, after which it ends as soon as the others are done.
 * @throws Error when the bundle does not load.
 */
export const startThread = (spec: FunctionSpec, onRetired: () => void): Promise<Thread> => {
  const worker = newWorker(spec);
  const { timeoutSeconds } = spec.settings;
  const settlers = new Map<string, (outcome: Outcome) => void>();
  let retired = false;

  const settle = (requestId: string, outcome: Outcome) => {
    settlers.get(requestId)?.(outcome);
    settlers.delete(requestId);
    if (retired && settlers.size === 0) void worker.terminate();
  };

  const retire = () => {
    retired = true;
    onRetired();
  };

  const timeOut = (requestId: string) => {
    retire();
    const seconds = timeoutSeconds.toFixed(2);
    settle(
      requestId,
      failed(requestId, 'Sandbox.Timedout', `Task timed out after ${seconds} seconds`),
    );
  };

  const invoke = async (event: unknown): Promise<Outcome> => {
    const requestId = randomUUID();
    const timeoutMs = timeoutSeconds * 1000;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    settlers.set(requestId, resolve);
    const timer = setTimeout(() => timeOut(requestId), timeoutMs);
    const message: InvokeMessage = { requestId, event, deadline: Date.now() + timeoutMs };
    worker.postMessage(message);
    return promise.finally(() => clearTimeout(timer));
  };

  const close = async () => {
    await worker.terminate();
  };

  const onExit = (code: number) => {
    retire();
    for (const requestId of settlers.keys()) {
      const text = `Runtime exited with error: exit status ${code}`;
      settle(requestId, failed(requestId, 'Runtime.ExitError', text));
    }
  };

  return new Promise((resolve, reject) => {
    const notLoaded = (reason: string) => {
      void worker.terminate();
      reject(new Error(`The function ${spec.name} does not load: ${reason}`));
    };
    worker.on('message', (data) => {
      const message = v.parse(ThreadMessage, data);
      if (message.type === 'ready') resolve({ invoke, close });
      else if (message.type === 'answered') settle(message.requestId, message.outcome);
      else notLoaded(message.error.errorMessage);
    });
    // Lambda writes an uncaught error to the function's log and ends the runtime; the exit follows.
    worker.on('error', (error) => spec.onLine('stderr', String(error)));
    worker.on('exit', (code) => {
      onExit(code);
      notLoaded(`its thread ended with ${code}`);
    });
  });
};
