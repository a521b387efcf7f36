/** Starts the servers of a backend and says where each AWS service answers. Makes no resources. */
import type { Backend } from './backend.ts';
import type { Endpoints } from './client-env.ts';
import type { AwsCall } from './calls/aws-call.ts';
import type { ClockMemory } from './embedded/shared-clock.ts';
import { startEmulator } from './embedded/start-emulator.ts';
import { startLocalStackContainer } from './localstack.ts';
import { startTogether } from './started.ts';

/** Fixed ports; a missing one means any free port. */
export type Ports = {
  readonly dynamodb?: number;
  /** SNS, SQS and S3 of the embedded backend share one. */
  readonly messaging?: number;
  readonly mail?: number;
};

/** How time passes for queues. */
export type QueueClock = {
  readonly timeScale: number;
  /** Memory of a clock that is set by hand; then the scale does not count. */
  readonly clock?: ClockMemory | undefined;
};

const startEmbedded = async (
  stack: AsyncDisposableStack,
  ports: Ports,
  clock: QueueClock,
  onCall: ((call: AwsCall) => void) | undefined,
): Promise<Endpoints> => {
  const [dynamodb, messaging, mail] = await startTogether(stack, [
    startEmulator('dynamodb', { port: ports.dynamodb ?? 0, timeScale: 1 }, onCall),
    startEmulator('messaging', { port: ports.messaging ?? 0, ...clock }, onCall),
    startEmulator('mail', { port: ports.mail ?? 0, timeScale: 1 }, onCall),
  ]);
  return {
    dynamodb: dynamodb.url,
    sns: messaging.url,
    sqs: messaging.url,
    s3: messaging.url,
    sesv2: mail.url,
  };
};

const startLocalStack = async (
  stack: AsyncDisposableStack,
  ports: Ports,
  running: string | undefined,
): Promise<Endpoints> => {
  const localStack = running
    ? Promise.resolve({ endpoint: running, close: () => Promise.resolve() })
    : startLocalStackContainer();
  const [{ endpoint }, mail] = await startTogether(stack, [
    localStack,
    startEmulator('mail', { port: ports.mail ?? 0, timeScale: 1 }),
  ]);
  return { dynamodb: endpoint, sns: endpoint, sqs: endpoint, s3: endpoint, sesv2: mail.url };
};

/**
 * What is started is handed to `stack`. `runningLocalStack` is the endpoint of one that is not ours to stop. `onCall` hears of the
 * functions' calls of the embedded backend; what reaches a container is not seen.
 */
export const startBackend = (
  stack: AsyncDisposableStack,
  backend: Backend,
  ports: Ports,
  clock: QueueClock,
  runningLocalStack: string | undefined,
  onCall?: (call: AwsCall) => void,
): Promise<Endpoints> =>
  backend === 'embedded'
    ? startEmbedded(stack, ports, clock, onCall)
    : startLocalStack(stack, ports, runningLocalStack);
