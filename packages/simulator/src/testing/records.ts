/** Records of a history for tests: of an order in whose life nothing went wrong, unless changed. */
import { sampleOrderId } from '@bbws/domain/testing/builders';
import {
  makeHistory,
  type AnswerRecord,
  type CallRecord,
  type History,
  type MessageRecord,
  type WishRecord,
} from '../world/history.ts';

/** When simulations of tests begin. */
export const start = Date.parse('2026-11-20T06:00:00Z');

export const aCall = (changes: Partial<CallRecord> = {}): CallRecord => ({
  at: start,
  invocation: 1,
  functionName: 'internal-notify',
  operation: 'SendEmail',
  subject: sampleOrderId,
  occurrence: 1,
  attempt: 1,
  took: true,
  answered: true,
  ...changes,
});

/** A 202 with the number of the sample order. */
export const anAnswer = (changes: Partial<AnswerRecord> = {}): AnswerRecord => ({
  at: start,
  operation: 'create',
  tenantId: 'tenant-sample',
  key: 'order-1',
  orderId: sampleOrderId,
  orderNumber: 'ORD-20261120-00001',
  ...changes,
});

/** Of the one who got `anAnswer`. */
export const aWishRecord = (changes: Partial<WishRecord> = {}): WishRecord => ({
  tenantId: 'tenant-sample',
  key: 'order-1',
  cartId: 'cart-order-1',
  statuses: [],
  ...changes,
});

export const aMessage = (changes: Partial<MessageRecord> = {}): MessageRecord => ({
  at: start,
  invocation: 1,
  functionName: 'pdf',
  messageId: 'message-1',
  subject: sampleOrderId,
  receiveCount: 1,
  outcome: 'done',
  ...changes,
});

export const historyOf = (...calls: readonly CallRecord[]): History => {
  const history = makeHistory();
  for (const call of calls) history.addCall(call);
  return history;
};
