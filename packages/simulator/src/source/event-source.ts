/**
 * The event source mapping of one queue in simulated time: gathers batches, hands them over, deletes what is done, and
 * delivers as badly as SQS may: twice, late, in any order. What a function's answer means is local-aws's business.
 */
import { doneMessages } from '@bbws/local-aws/event-source-mapping/done-messages';
import type { Queue } from '@bbws/local-aws/event-source-mapping/queue';
import type { ReceivedMessage } from '@bbws/local-aws/event-source-mapping/received-message';
import { toSqsEvent } from '@bbws/local-aws/event-source-mapping/sqs-event';
import { orderIn } from '../calls/describe-call.ts';
import type { Activity } from '../world/activity.ts';
import type { FunctionName } from '../world/functions.ts';
import type { History } from '../world/history.ts';
import type { Invoked, Lambda } from '../world/lambda.ts';
import type { VirtualClock } from '../world/virtual-clock.ts';
import * as v from 'valibot';

/** What is done to a delivery; a pure function of its name. */
export type DeliveryPlan = (delivery: {
  readonly functionName: string;
  readonly subject: string;
  readonly eventType: string;
  readonly receiveCount: number;
}) => {
  /** Milliseconds that the batch is held before the function gets it. */
  readonly lateBy?: number;
  /** Milliseconds after which the function gets the message once more. */
  readonly againAfter?: number;
  /** The message is not deleted, whatever the function says: SQS delivers it again. */
  readonly keep?: boolean;
};

export type SourceSettings = {
  readonly batchSize: number;
  readonly windowMs: number;
  readonly maximumConcurrency: number;
  readonly visibilityTimeoutSeconds: number;
};

export type SourceDeps = {
  readonly functionName: FunctionName;
  readonly queue: Queue;
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly lambda: Lambda;
  readonly clock: VirtualClock;
  readonly activity: Activity;
  readonly history: History;
  readonly plan: DeliveryPlan;
  /** Learns the order of each receipt handle. */
  readonly receipts: Map<string, string>;
  /** Called before a message is deleted because the function is done with it. */
  readonly onDone: (message: ReceivedMessage, invocation: number) => Promise<void>;
  /** Called when a function that answered reports a message as failed. */
  readonly onFailed: (
    message: ReceivedMessage,
    invocation: number,
    batch: readonly ReceivedMessage[],
  ) => void;
};

export type EventSource = {
  /** Says that the queue may have got messages. */
  readonly lookSoon: () => void;
  /** Says that a message of this queue, or another, becomes visible again. */
  readonly lookAfter: (change: unknown) => void;
  /** When the queue may have messages, in ms since 1970. */
  readonly nextLook: () => number | undefined;
  /** Reads the queue if it is time; true when it had messages. */
  readonly poll: () => Promise<boolean>;
};

export const subjectOf = (message: ReceivedMessage): string =>
  orderIn(message.Body)?.orderId ?? 'no order';

const VisibilityChange = v.object({ QueueUrl: v.string(), VisibilityTimeout: v.number() });

const noAbort = new AbortController().signal;

export const makeEventSource = (deps: SourceDeps, settings: SourceSettings): EventSource => {
  const { clock, activity, queue, functionName, history, lambda } = deps;
  const looks = new Set<number>();
  let running = 0;

  const look = (at: number) => {
    // To whole seconds, so that what comes close together is read together.
    looks.add(Math.ceil(at / 1000) * 1000);
  };

  const handOver = async (batch: readonly ReceivedMessage[]): Promise<void> => {
    running += 1;
    let id = 0;
    const invoked = await lambda.invoke(functionName, toSqsEvent(batch, deps.queueArn), {
      onStart: (invocation) => {
        id = invocation.id;
      },
    });
    running -= 1;
    look(clock.now());
    await activity.during(() => conclude(batch, invoked, id));
  };

  const conclude = async (batch: readonly ReceivedMessage[], invoked: Invoked, id: number) => {
    const outcome =
      invoked.outcome === 'answered'
        ? ({ ok: true, payload: invoked.payload } as const)
        : ({ ok: false, error: { errorType: 'Simulated', errorMessage: 'failed' } } as const);
    if (invoked.outcome === 'died') history.deaths.add(id);
    const done = new Set(doneMessages(outcome, batch));
    for (const message of batch) {
      history.messages.push({
        at: clock.now(),
        invocation: id,
        functionName,
        messageId: message.MessageId,
        subject: subjectOf(message),
        receiveCount: receiveCountOf(message),
        outcome: done.has(message) ? 'done' : invoked.outcome === 'answered' ? 'failed' : 'died',
      });
      if (!done.has(message) && invoked.outcome === 'answered') deps.onFailed(message, id, batch);
    }
    await Promise.all([...done].map((message) => deps.onDone(message, id)));
    const deleted = [...done].filter((message) => planOf(message).keep !== true);
    if (deleted.length > 0) await queue.remove(deleted);
  };

  const planOf = (message: ReceivedMessage) =>
    deps.plan({
      functionName,
      subject: subjectOf(message),
      eventType: message.MessageAttributes['eventType']?.StringValue ?? 'none',
      receiveCount: receiveCountOf(message),
    });

  const take = async (batch: readonly ReceivedMessage[]): Promise<void> => {
    for (const message of batch) deps.receipts.set(message.ReceiptHandle, subjectOf(message));
    look(clock.now() + settings.visibilityTimeoutSeconds * 1000);
    const plans = batch.map(planOf);
    const lateBy = Math.max(0, ...plans.map((plan) => plan.lateBy ?? 0));
    plans.forEach(({ againAfter }, index) => {
      const message = batch[index];
      if (againAfter !== undefined && message)
        void clock.sleep(againAfter).then(() => handOver([message]));
    });
    if (lateBy > 0) await clock.sleep(lateBy);
    await handOver(batch);
  };

  const poll = async (): Promise<boolean> => {
    const due = [...looks].filter((at) => at <= clock.now());
    for (const at of due) looks.delete(at);
    let found = false;
    while (due.length > 0 && running < settings.maximumConcurrency) {
      const batch = await queue.receive(settings.batchSize, 0, noAbort);
      if (batch.length === 0) break;
      found = true;
      void take(batch);
    }
    return found;
  };

  return {
    lookSoon: () => look(clock.now() + settings.windowMs),
    lookAfter: (change) => {
      const { success, output } = v.safeParse(VisibilityChange, change);
      if (success && output.QueueUrl === deps.queueUrl)
        look(clock.now() + output.VisibilityTimeout * 1000);
    },
    nextLook: () => (looks.size === 0 ? undefined : Math.min(...looks)),
    poll,
  };
};

const receiveCountOf = ({ Attributes }: ReceivedMessage): number =>
  Number(Attributes.ApproximateReceiveCount);
