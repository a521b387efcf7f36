/** `pnpm order erase`: says what goes and what stays, and erases with a yes. */
import { randomUUID } from 'node:crypto';
import { invoicePrefix } from '@bbws/domain/invoice-key';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { eraseCustomer, eraseDeps, whyNotErased } from '@bbws/operator/orders/erase-order';
import { Refusal } from '@bbws/operator/refusal';
import { refuseElsewhereIn } from '../lib/confirm-write.ts';
import type { Stack } from '../lib/connect.ts';

/** @returns the exit code: 2 without a yes, in every environment: there is no way back */
export const runErase = async (
  stack: Pick<Stack, 'table' | 'region' | 'ordersBucket'>,
  stored: StoredOrder,
  yes: boolean,
): Promise<number> => {
  const { order } = stored;
  const name = `Order ${order.orderNumber} of ${order.tenantId}`;
  if (order.erasedAt !== undefined) {
    console.log(`${name} was erased at ${order.erasedAt}.`);
    return 0;
  }
  const why = whyNotErased(stored);
  if (why !== undefined) throw new Refusal(why);
  console.log(name);
  console.log(
    '  goes   name, e-mail address, VAT number, billing address but for its country, number of the payment',
  );
  console.log('         the links to its invoice; the order itself from every list, for good');
  console.log('  stays  number, cart, lines, amounts, statuses with their times and who set them');
  if (order.stage === 'recorded')
    console.log(
      `  stays  its invoices, which the law has kept: ${stack.ordersBucket}/${invoicePrefix(order.tenantId, order.id)}*`,
    );
  if (!yes) {
    console.log('Nothing was changed. Add --yes to erase it for good.');
    return 2;
  }
  await refuseElsewhereIn(stack);
  const deps = { ...eraseDeps(stack.table), newId: randomUUID, now: () => new Date() };
  await eraseCustomer(deps, order);
  console.log('Erased. Where else the person may be: docs/runbooks/erasure.md');
  return 0;
};
