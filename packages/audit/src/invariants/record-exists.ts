/** The record behind a `202`. */
import type { OrderFacts } from '../facts.ts';
import type { Finding, Invariant } from '../invariant.ts';

export const recordExists: Invariant = {
  name: 'record-exists',
  promise: 'Every 202 leads to exactly one order, under the number that was answered.',
  seenInAccounts: 'the orders that are in the table, not what was answered',
  check: (facts) => {
    if (facts.unreadable !== undefined) return [{ message: facts.unreadable }];
    return facts.stored
      ? mismatches(facts, facts.stored.order)
      : [{ message: 'There is no record of this order.' }];
  },
};

const mismatches = (
  { tenantId, orderId, answeredNumber }: OrderFacts,
  order: { readonly id: string; readonly tenantId: string; readonly orderNumber: string },
): Finding[] => {
  const findings: Finding[] = [];
  if (order.id !== orderId || order.tenantId !== tenantId)
    findings.push({ message: 'The record names another order or tenant than its key.' });
  if (answeredNumber !== undefined && order.orderNumber !== answeredNumber)
    findings.push({
      message: `The number answered was ${answeredNumber}, the number stored is ${order.orderNumber}.`,
    });
  return findings;
};
