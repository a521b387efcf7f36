/** A world to simulate in: the embedded AWS, the real functions on it, a clock that is moved, and faults. */
import { createHash } from 'node:crypto';
import type { ReceivedMessage } from '@bbws/local-aws/event-source-mapping/received-message';
import { functionVariables, sharedVariables } from '@bbws/local-aws/function-environment';
import { readFunctionsFile, settingsOf } from '@bbws/local-aws/functions-file';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { chanceFrom } from '../faults/chance.ts';
import type { FaultPlan } from '../faults/fault.ts';
import type { DeliveryPlan, EventSource } from '../source/event-source.ts';
import { watchEffect } from '../invariants/watchers.ts';
import { makeSources, type SourceShape } from '../source/make-sources.ts';
import { makeCartApi } from './cart-api.ts';
import { makeFunctionClients } from './clients.ts';
import {
  functionNames,
  makeContainers,
  type Alterations,
  type FunctionName,
  type Replacements,
} from './functions.ts';
import { idsFrom } from './ids.ts';
import { makeLambda, type Lambda } from './lambda.ts';
import type { Stage } from './stage.ts';
import type { VirtualClock } from './virtual-clock.ts';

export type WorldOptions = {
  readonly seed: number;
  readonly stage: Stage;
  /** The region that it is; the first one when missing. */
  readonly region?: Region | undefined;
  readonly faults: FaultPlan;
  readonly deliveries: DeliveryPlan;
  /** True when each invocation has a container of its own. */
  readonly freshContainers?: boolean | undefined;
  /** How queues are read; as functions.json says when missing. */
  readonly sources?: SourceShape | undefined;
  /** A deliberate defect. */
  readonly defect?: Defect | undefined;
  /** Told of each call that AWS has taken, with the input of the command. */
  readonly onEffect?: ((world: World, operation: string, input: unknown) => void) | undefined;
  /** Called before a message is deleted because the function is done with it. */
  readonly onDone?: (world: World, delivered: Delivered) => Promise<void>;
  /** Called when a function that answered reports a message of the batch as failed. */
  readonly onFailed?: (
    world: World,
    delivered: Delivered,
    batch: readonly ReceivedMessage[],
  ) => void;
};

export type Region = {
  readonly name: string;
  /** Letter in its order numbers. */
  readonly letter: string;
};

/** A message, and the function that was given it in that invocation. */
export type Delivered = {
  readonly functionName: FunctionName;
  readonly message: ReceivedMessage;
  readonly invocation: number;
};

/** Something wrong on purpose, to see that it is noticed. */
export type Defect = {
  readonly alter?: Alterations | undefined;
  readonly replace?: Replacements | undefined;
  /** Changes what a function is given. */
  readonly request?: ((name: FunctionName, event: unknown) => unknown) | undefined;
  /** Changes what a function answers. */
  readonly answer?: (name: FunctionName, payload: unknown, event: unknown) => unknown;
  readonly sesAttempts?: number;
  /** True when the sweeper does not run. */
  readonly noSweeper?: boolean;
};

export type World = {
  readonly aws: LocalAws;
  readonly stage: Stage;
  readonly lambda: Lambda;
  /** Says that queues may have got messages by another way than the functions'. */
  readonly lookAtQueues: () => void;
  readonly close: () => Promise<void>;
};

const firstRegion: Region = { name: 'af-south-1', letter: '' };

/** Starts one region of a simulation. */
export const startWorld = async (options: WorldOptions): Promise<World> => {
  const { stage, faults: plan, defect = {}, region = firstRegion } = options;
  const { clock, activity, history, journal, receipts } = stage;
  const aws = await startLocalAws({ backend: 'embedded', clock: clock.memory });
  const functionsFile = readFunctionsFile();
  const sources: EventSource[] = [];
  const lookAtQueues = () => {
    for (const source of sources) source.lookSoon();
  };
  const onEffect = (operation: string, input: unknown) => {
    if (operation === 'Publish') lookAtQueues();
    watchEffect(history, operation, input);
    if (operation === 'ChangeMessageVisibility')
      for (const source of sources) source.lookAfter(input);
    options.onEffect?.(world, operation, input);
  };
  const calls = { ...stage, plan };
  const clients = makeFunctionClients(aws.endpoints, { ...calls, onEffect }, defect.sesAttempts);
  const variables = {
    API_BASE_URL: 'https://api.example.com',
    ...sharedVariables(aws.resources, 'http://cart.example.com', {
      ORDER_NUMBER_REGION: region.letter,
    }),
  };
  const lambda = makeLambda({
    clock,
    answer: defect.answer,
    freshContainers: options.freshContainers,
    request: defect.request,
    containers: makeContainers({
      clients,
      tableName: aws.resources.tableName,
      runtime: {
        log: journal.log,
        metrics: journal.metrics,
        newId: idsFrom(`ids ${options.seed} ${region.name}`),
        now: () => new Date(clock.now()),
        random: chanceFrom(`world ${String(options.seed)}`),
        sleep: clock.sleep,
      },
      fetch: makeCartApi(calls),
      activity,
      onRendered: (order, bytes) => {
        const hash = createHash('sha256').update(bytes).digest('hex');
        history.renderings.push({ orderId: order.id, version: order.version, sha256: hash });
      },
      environmentOf: (name) => ({
        ...functionVariables(functionsFile, name, aws.resources, variables),
        AWS_REGION: region.name,
      }),
      alter: defect.alter,
      replace: defect.replace,
    }),
    timeoutSeconds: (name) => settingsOf(functionsFile, name).timeoutSeconds,
  });
  const world: World = {
    aws,
    stage,
    lambda,
    lookAtQueues,
    close: async () => {
      for (const client of Object.values(clients)) client.destroy();
      await aws.close();
    },
  };
  sources.push(
    ...makeSources(
      { aws, functionsFile, lambda, clock, activity, history, receipts, plan: options.deliveries },
      {
        onDone: async (delivered) => options.onDone?.(world, delivered),
        onFailed: (delivered, batch) => options.onFailed?.(world, delivered, batch),
      },
      options.sources,
    ),
  );
  stage.sources.push(...sources);
  if (!defect.noSweeper) {
    for (const name of functionNames) {
      const { trigger } = settingsOf(functionsFile, name);
      if (trigger.type === 'schedule') {
        void invokeForEver(lambda, clock, name, trigger.rateMinutes * 60_000);
      }
    }
  }
  return world;
};

/** One invocation each `every` milliseconds, whatever becomes of the one before. */
const invokeForEver = async (
  lambda: Lambda,
  clock: VirtualClock,
  name: FunctionName,
  every: number,
): Promise<never> => {
  for (;;) {
    await clock.sleep(every);
    void lambda.invoke(name, {});
  }
};
