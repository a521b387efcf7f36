/** Erases what is personal in an order. What it was about stays: number, lines, amounts, statuses, times. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { erasedFields, erasedTransactionId } from '@bbws/domain/erasure';
import type { Order } from '@bbws/domain/order';
import { ifConditionHolds } from './conditional.ts';
import { makeExpression } from './expression.ts';
import { orderKey } from './keys.ts';
import type { Table } from './table.ts';

/**
 * Erases a hidden order with nothing in its outbox, as it was read; false when it is another by now. The secret of its links
 * goes too, and the hash of the request, from which a guess could be proven: the same `Idempotency-Key` is then taken for
 * one with another body. Version and history stay as they are.
 * @param at UTC time with milliseconds
 * Table, conditional UpdateItem: one write unit per KB (about 3 for 10 lines).
 */
export const eraseOrder =
  ({ client, name }: Table) =>
  async (order: Order, at: string): Promise<boolean> => {
    const x = makeExpression();
    const payment =
      order.stage === 'recorded' && order.paymentDetails
        ? `, ${x.path('paymentDetails', 'transactionId')} = ${x.value(erasedTransactionId)}`
        : '';
    const erased = await ifConditionHolds(
      client.send(
        new UpdateCommand({
          TableName: name,
          Key: orderKey(order.tenantId, order.id),
          UpdateExpression: `SET ${x.assignments({ ...erasedFields(order), erasedAt: at })}${payment} REMOVE ${x.path('linkKey')}, ${x.path('requestHash')}`,
          ConditionExpression: `${x.path('version')} = ${x.value(order.version)} AND ${x.path('active')} = ${x.value(false)} AND size(${x.path('outbox')}) = ${x.value(0)}`,
          ...x.attributes(),
        }),
      ),
    );
    return erased !== undefined;
  };
