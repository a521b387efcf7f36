/** Audits orders of a tenant: gathers their facts and checks every invariant, with the dead letters that they explain. */
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { Order } from '@bbws/domain/order';
import pLimit from 'p-limit';
import { auditOrder, unfinishedIn, type Violation } from './audit-order.ts';
import type { DeadLetter } from './dead-letter.ts';
import { mailFactsOf, orderIdHeader, type InboxMail } from './mail-facts.ts';
import { readDeadLetters, type PeekOptions } from './read-dead-letters.ts';
import { readOrderFacts, type FactSources } from './read-order-facts.ts';
import { readQueueCounts, type QueueCounts, type QueuePair } from './read-queue-counts.ts';
import { auditTenant } from './tenant-invariants.ts';

export type AuditSources = FactSources & {
  readonly sqs: SQSClient;
  /** By the name of the function that reads the queue. */
  readonly queues: Readonly<Record<string, QueuePair>>;
  /** Every mail that was sent; absent where no inbox can be read. */
  readonly readInbox?: (() => Promise<readonly InboxMail[]>) | undefined;
  /** How dead letters are looked at; see there. */
  readonly peek?: PeekOptions | undefined;
  readonly now: () => Date;
};

export type AuditRequest = {
  readonly tenantId: TenantId;
  readonly orderIds: readonly OrderId[];
  /** True when these orders alone were asked for: messages about others among the dead letters are left out. */
  readonly alone?: boolean | undefined;
  /** The business time zone. */
  readonly timeZone: string;
  readonly settleMinutes?: number | undefined;
  /** Told how many of the orders are done with. */
  readonly onProgress?: ((done: number) => void) | undefined;
};

export type AuditReport = {
  readonly orders: number;
  /** Orders with which nothing is wrong, and nothing left to do. */
  readonly whole: number;
  /** Orders with which nothing is wrong, and something is not done yet. */
  readonly inProgress: number;
  readonly violations: readonly Violation[];
  /** The messages in all dead-letter queues, of whatever tenant; those about the orders that alone were asked for. */
  readonly deadLetters: readonly DeadLetter[];
  /** What the queues themselves count. */
  readonly queues: Readonly<Record<string, QueueCounts>>;
};

/** How many orders are looked at at the same time: table and bucket stand far more, and nobody waits long. */
const atOnce = 16;

type Examined = {
  readonly order: Order | undefined;
  readonly violations: readonly Violation[];
  readonly isFinished: boolean;
};

/**
 * Audits the orders, sixteen at a time. Changes nothing; live queues are counted and not read. What each order costs:
 * see `readOrderFacts`; the dead-letter queues are read once, see `readDeadLetters`.
 */
export const auditOrders =
  (sources: AuditSources) =>
  async (request: AuditRequest): Promise<AuditReport> => {
    const { tenantId, orderIds, alone = false, timeZone, onProgress } = request;
    const [queues, letters, mails] = await Promise.all([
      readQueueCounts(sources.sqs, sources.queues),
      Promise.all(
        Object.entries(sources.queues).map(([queue, { deadLetterUrl: url }]) =>
          readDeadLetters(sources.sqs, sources.peek)({ queue, url }),
        ),
      ),
      sources.readInbox?.(),
    ]);
    const isWanted = wanted(request);
    const deadLetters = letters.flat().filter((letter) => !alone || isWanted(letter));
    const inbox = mails && Map.groupBy(mails, ({ headers }) => headers[orderIdHeader]);
    let done = 0;
    const examined = await pLimit(atOnce).map(orderIds, async (id) => {
      const own = inbox && (inbox.get(id) ?? []);
      const result = await examine(sources, request, id, deadLetters, own);
      done += 1;
      onProgress?.(done);
      return result;
    });

    const orders = examined.flatMap(({ order }) => order ?? []);
    const ofTenant = auditTenant({ tenantId, orders, deadLetters, timeZone });
    const named = new Set(ofTenant.map(({ orderId }) => orderId));
    const sound = examined.filter(
      ({ order, violations }) => violations.length === 0 && !named.has(order?.id),
    );
    const whole = sound.filter(({ isFinished }) => isFinished).length;
    return {
      orders: orderIds.length,
      whole,
      inProgress: sound.length - whole,
      violations: [...examined.flatMap(({ violations }) => violations), ...ofTenant],
      deadLetters,
      queues,
    };
  };

/** Whether a message is about one of these orders of this tenant. */
const wanted = ({ tenantId, orderIds }: AuditRequest) => {
  const ids: ReadonlySet<unknown> = new Set(orderIds);
  return (letter: DeadLetter): boolean => letter.tenantId === tenantId && ids.has(letter.orderId);
};

const examine = async (
  sources: AuditSources,
  { tenantId, settleMinutes }: AuditRequest,
  id: OrderId,
  deadLetters: readonly DeadLetter[],
  inbox: readonly InboxMail[] | undefined,
): Promise<Examined> => {
  const repeats = inbox !== undefined;
  const read = await readOrderFacts(sources)(tenantId, id, deadLetters, { repeats });
  const mails = inbox && mailFactsOf(id, inbox, read.effects, read.repeated);
  const facts = { ...read, mails };
  const options = { now: sources.now(), settleMinutes };
  return {
    order: facts.stored?.order,
    violations: auditOrder(facts, options),
    isFinished: unfinishedIn(facts, options).length === 0,
  };
};
