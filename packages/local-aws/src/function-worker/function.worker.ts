/** Runs a function's bundle the way Lambda's runtime does, in a thread with the function's own environment. */
import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import {
  InvokeMessage,
  ThreadInput,
  type InvocationError,
  type Outcome,
  type ThreadMessage,
} from './protocol.ts';

const { bundle, functionName, functionArn, memoryMb } = v.parse(ThreadInput, workerData);

const send = (message: ThreadMessage): void => parentPort?.postMessage(message);

const lambdaError = (error: unknown): InvocationError =>
  error instanceof Error
    ? {
        errorType: error.name,
        errorMessage: error.message,
        trace: (error.stack ?? '').split('\n'),
      }
    : { errorType: typeof error, errorMessage: String(error), trace: [] };

const contextOf = ({ requestId, deadline }: InvokeMessage) => ({
  callbackWaitsForEmptyEventLoop: true,
  functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: functionArn,
  memoryLimitInMB: String(memoryMb),
  awsRequestId: requestId,
  logGroupName: `/aws/lambda/${functionName}`,
  logStreamName: 'local',
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

const run = async (
  handler: (event: unknown, context: unknown) => unknown,
  message: InvokeMessage,
): Promise<Outcome> => {
  try {
    const result = await handler(message.event, contextOf(message));
    return { ok: true, payload: JSON.parse(JSON.stringify(result ?? null)) };
  } catch (error) {
    return { ok: false, error: lambdaError(error) };
  }
};

try {
  const { handler } = v.parse(v.object({ handler: v.function() }), await import(bundle));
  parentPort?.on('message', (data) => {
    const message = v.parse(InvokeMessage, data);
    void run(handler, message).then((outcome) =>
      send({ type: 'answered', requestId: message.requestId, outcome }),
    );
  });
  send({ type: 'ready' });
} catch (error) {
  send({ type: 'not-loaded', error: lambdaError(error) });
}
