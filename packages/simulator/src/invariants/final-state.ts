/** Looks at everything that is promised of a simulation's end. */
import { auditOrder } from '@bbws/audit/audit-order';
import type { DeadLetter } from '@bbws/audit/dead-letter';
import type { OrderFacts } from '@bbws/audit/facts';
import { mailFactsOf, type InboxMail } from '@bbws/audit/mail-facts';
import { readOrderFacts } from '@bbws/audit/read-order-facts';
import { auditTenant } from '@bbws/audit/tenant-invariants';
import { OrderId, TenantId } from '@bbws/domain/identifiers';
import { tableOf } from '@bbws/dynamo/table';
import * as v from 'valibot';
import { isBadCart } from '../world/cart-api.ts';
import type { AnswerRecord, Breach } from '../world/history.ts';
import type { World } from '../world/world.ts';
import { brokenAnswers } from './answers-hold.ts';
import { deadLettersOf } from './dead-letters.ts';
import { lettersWithoutReason } from './dead-letters-say-why.ts';
import { excusedDoubles } from './excused-doubles.ts';
import { inventedInvoices } from './bytes-follow-state.ts';
import { overwrittenInvoices } from './issued-invoices-stay.ts';
import { repeatedAttempts } from './one-attempt-per-mail.ts';
import { foreignCalls } from './own-keys-only.ts';
import { wrongOutcomes } from './rightly-rejected.ts';
import { unansweredWishes } from './wishes-answered.ts';

export type FinalState = {
  readonly breaches: readonly Breach[];
  /** The orders that were answered with 202. */
  readonly facts: readonly OrderFacts[];
  readonly deadLetters: readonly DeadLetter[];
};

const timeZone = 'Africa/Johannesburg';
/** Orders whose facts are gathered at a time. */
const together = 20;

/**
 * Reads table, bucket, queues and inbox, and compares them with what was answered and done.
 * @param regions every region that sends mails; the world alone when missing
 */
export const examineEnd = async (
  world: World,
  regions: readonly World[] = [world],
): Promise<FinalState> => {
  const { history } = world.stage;
  const placed = new Map(
    history.answers
      .filter(({ operation }) => operation === 'create')
      .map((one) => [one.orderId, one]),
  );
  const deadLetters = await deadLettersOf(world);
  const mails = (await Promise.all(regions.map(({ aws }) => aws.mails()))).flat();
  const facts = await allFacts(world, [...placed.values()], deadLetters, mails);
  const over = world.stage.clock.now() - world.stage.start;
  const orders = new Map(facts.map(({ orderId, stored }) => [String(orderId), stored?.order]));
  const tenantOf = new Map(
    [...placed.values()].flatMap(({ orderId, key, tenantId }) => [
      [orderId, tenantId],
      [key, tenantId],
    ]),
  );
  return {
    facts,
    deadLetters,
    breaches: [
      ...history.breaches,
      ...repeatedAttempts(history),
      ...lettersWithoutReason(history, deadLetters),
      ...inventedInvoices(history, facts),
      ...overwrittenInvoices(history),
      ...foreignCalls(history, tenantOf),
      ...brokenAnswers(history.answers, (orderId) => orders.get(orderId)),
      ...unansweredWishes(history, (cartId) => isBadCart(cartId, over)),
      ...wrongOutcomes(history, {
        stageOf: (orderId) => orders.get(orderId)?.stage,
        isBadCart: (cartId) => isBadCart(cartId, over),
      }),
      ...facts.flatMap((one) => ordersBreaches(world, one)),
      ...[...Map.groupBy(facts, ({ tenantId }) => tenantId)].flatMap(([tenantId, own]) =>
        auditTenant({
          tenantId,
          orders: own.flatMap(({ stored }) => stored?.order ?? []),
          // Looked at by lettersWithoutReason, which knows what SQS itself put aside.
          deadLetters: [],
          timeZone,
        }),
      ),
      ...strayMails(mails, orders),
    ],
  };
};

const ordersBreaches = ({ stage: { history, clock } }: World, facts: OrderFacts): Breach[] =>
  auditOrder(facts, {
    now: new Date(clock.now()),
    settleMinutes: 0,
    excused: excusedDoubles(history, facts),
  });

const strayMails = (mails: readonly InboxMail[], orders: ReadonlyMap<string, unknown>): Breach[] =>
  mails
    .filter(({ headers }) => !orders.has(headers['X-BBWS-Order-Id'] ?? ''))
    .map(() => ({ invariant: 'mails-true', message: 'a mail is about no order' }));

const allFacts = async (
  { aws }: World,
  placed: readonly AnswerRecord[],
  deadLetters: readonly DeadLetter[],
  inbox: readonly InboxMail[],
): Promise<OrderFacts[]> => {
  const { dynamodb, s3 } = aws.clients;
  const { tableName, ordersBucket } = aws.resources;
  const read = readOrderFacts({ table: tableOf(dynamodb, tableName), s3, ordersBucket });
  const mails = Map.groupBy(inbox, ({ headers }) => headers['X-BBWS-Order-Id'] ?? '');
  const facts: OrderFacts[] = [];
  for (let start = 0; start < placed.length; start += together)
    facts.push(
      ...(await Promise.all(
        placed.slice(start, start + together).map(async (answer) => {
          const own = await read(
            v.parse(TenantId, answer.tenantId),
            v.parse(OrderId, answer.orderId),
            deadLetters,
          );
          return {
            ...own,
            answeredNumber: answer.orderNumber,
            mails: mailFactsOf(answer.orderId, mails.get(answer.orderId) ?? [], own.effects),
          };
        }),
      )),
    );
  return facts;
};
