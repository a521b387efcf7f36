/** Publishes once more what is in the outbox of an order: the sweeper stops after a day. */
import { completionOf, isMove, stepsOf } from '@bbws/domain/order-life';
import type { Order, StatusChange } from '@bbws/domain/order';
import type { OrderEvent } from '@bbws/domain/order-event';
import { outboxOf } from '@bbws/dynamo/outbox';
import { readOrder } from '@bbws/dynamo/read-order';
import type { Table } from '@bbws/dynamo/table';
import type { Log } from '@bbws/lambda/log';
import { publish } from '@bbws/lambda/publish';
import { publishOutbox as publishOne, type PublishOutboxDeps } from '@bbws/lambda/publish-outbox';
import { presentOrder, type OrderReference, type ReplayDeps } from '../replay/replay-deps.ts';

export type PublishDeps = Pick<ReplayDeps, 'readOrder' | 'now'> &
  Pick<PublishOutboxDeps, 'publish' | 'removeFromOutbox' | 'makeOutboxDue'>;

/** The operations on table and topic; `sns` and the topic's ARN as `publish` wants them. */
export const publishDeps = (table: Table, ...topic: Parameters<typeof publish>): PublishDeps => ({
  ...outboxOf(table),
  readOrder: readOrder(table),
  publish: publish(...topic),
  now: () => new Date(),
});

export type Publication = {
  readonly event: OrderEvent;
  /** `stays` until a consumer proves its receipt; `too-old` and `failed` were not published. */
  readonly outcome: 'left' | 'stays' | 'too-old' | 'failed';
};

export type PublishOptions = {
  /** Also facts that are so old that nobody knows whether the mails about them were sent: they may be sent again. */
  readonly again: boolean;
};

/** What was sent is remembered for 90 days; in milliseconds, with a day to spare. */
const mailsRemembered = 89 * 86_400_000;

/**
 * Publishes every event in the outbox of the order to the topic, where each of its consumers hears of it, and says what
 * became of each. A failure is told, and the sweeper looks again. A read, and for each event a publication and a write at most.
 */
export const publishOutbox = async (
  deps: PublishDeps,
  reference: OrderReference,
  { again }: PublishOptions,
): Promise<readonly Publication[]> => {
  const { order, outbox } = await presentOrder(deps, reference);
  const publications: Publication[] = [];
  for (const event of outbox) {
    const told = factToldBy(order, event);
    const isOld =
      told !== undefined && deps.now().getTime() - Date.parse(told.at) > mailsRemembered;
    const outcome = isOld && !again ? 'too-old' : await publishEvent(deps, event);
    publications.push({ event, outcome });
  }
  return publications;
};

/** The change that mails tell of when the event is published, whenever the event was made; none when no mail follows. */
const factToldBy = ({ statusHistory }: Order, event: OrderEvent): StatusChange | undefined => {
  if (event.type === 'order.accepted') return undefined;
  if (event.type !== 'order.status-changed') return completionOf(statusHistory);
  const step = stepsOf(statusHistory).find(({ to }) => to.version === event.orderVersion);
  return step && isMove(step) ? step.to : undefined;
};

/** As every function does it; how it went is remembered on the way, since `publishOne` never throws. */
const publishEvent = async (
  deps: PublishDeps,
  event: OrderEvent,
): Promise<Publication['outcome']> => {
  let outcome: Publication['outcome'] = 'failed';
  await publishOne(
    {
      ...deps,
      metrics: noMetrics,
      publish: async (published) => {
        await deps.publish(published);
        outcome = 'stays';
      },
      removeFromOutbox: async (published) => {
        await deps.removeFromOutbox(published);
        outcome = 'left';
      },
    },
    event,
    noLog,
  );
  return outcome;
};

const ignore = (): void => undefined;
const noMetrics = { count: ignore, duration: ignore, flush: ignore };
const noLog: Log = { info: ignore, warn: ignore, error: ignore, with: () => noLog };

const words: Readonly<Record<Publication['outcome'], string>> = {
  left: 'published, and out of the outbox',
  stays: 'published; it stays in the outbox until its receipt is proven',
  'too-old':
    'NOT published: nobody knows any more whether its mails were sent. With --again they may go out twice',
  failed: 'NOT published: the topic could not be reached',
};

/** `order.rejected of version 2: published, and out of the outbox` */
export const describePublication = ({ event, outcome }: Publication): string =>
  `${event.type} of version ${event.orderVersion}: ${words[outcome]}`;
