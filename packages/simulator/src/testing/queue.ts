/** A queue in memory whose messages come back by the virtual clock, as SQS's do. */
import { anEvent } from '@bbws/domain/testing/builders';
import type { Queue } from '@bbws/local-aws/event-source-mapping/queue';
import { receivedMessage } from '@bbws/local-aws/testing/received-message';
import type { VirtualClock } from '../world/virtual-clock.ts';

type Waiting = { readonly body: string; visibleAt: number; receives: number };

/** The order that a message of that number is about. */
export const orderOf = (number: number): string =>
  `0b6f3c1e-5d0a-4c8e-9a51-${String(number).padStart(12, '0')}`;

export type MemoryQueue = Queue & {
  /** Puts the messages `message-1` to `message-{count}`, each a fact about an order of its own. */
  readonly fill: (count: number) => void;
  readonly put: (id: string, body: string) => void;
  /** Makes a message invisible for so many seconds from now. */
  readonly hold: (id: string, seconds: number) => void;
  /** Ids of the messages that are not deleted. */
  readonly left: () => string[];
  /** How often it was read. */
  readonly reads: () => number;
};

export const memoryQueue = (clock: VirtualClock, visibilitySeconds: number): MemoryQueue => {
  const waiting = new Map<string, Waiting>();
  let reads = 0;
  const put = (id: string, body: string) => {
    waiting.set(id, { body, visibleAt: 0, receives: 0 });
  };
  const hold = (id: string, seconds: number) => {
    const message = waiting.get(id);
    if (message) message.visibleAt = clock.now() + seconds * 1000;
  };
  return {
    put,
    hold,
    fill: (count) => {
      for (let number = 1; number <= count; number += 1)
        put(
          `message-${number}`,
          JSON.stringify(anEvent('order.recorded', { orderId: orderOf(number) })),
        );
    },
    receive: async (most) => {
      reads += 1;
      return [...waiting]
        .filter(([, { visibleAt }]) => visibleAt <= clock.now())
        .slice(0, most)
        .map(([id, message]) => {
          message.receives += 1;
          hold(id, visibilitySeconds);
          return receivedMessage(id, {
            Body: message.body,
            Attributes: {
              ...receivedMessage(id).Attributes,
              ApproximateReceiveCount: String(message.receives),
            },
            MessageAttributes: {
              eventType: { DataType: 'String', StringValue: 'order.recorded' },
            },
          });
        });
    },
    remove: async (messages) => {
      for (const { MessageId } of messages) waiting.delete(MessageId);
    },
    left: () => [...waiting.keys()],
    reads: () => reads,
  };
};
