/** A damaged item is no fault of the command's: its error names the one that says what is wrong. */
import { ItemError } from '@bbws/dynamo/parse-item';
import type { Stack } from '../lib/connect.ts';
import { environmentOption, type NamedOrder } from './named-order.ts';

/**
 * Does the work on an order.
 * @throws Error naming the audit of that order when it, or one of its effects, does not fit its schema; whatever the work throws
 */
export const explainDamage = async <Result>(
  stack: Pick<Stack, 'environment'>,
  { id, tenantId }: NamedOrder,
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ItemError)) throw error;
    const tenant = tenantId === undefined ? '' : ` --tenant ${tenantId}`;
    const audit = `pnpm audit:orders${environmentOption(stack)} --order ${id}${tenant}`;
    throw new Error(
      `${error.message}.\nIt is damaged. What else is wrong with it: ${audit}\nWhat to do: docs/runbooks/orders.md, "What it can refuse".`,
      { cause: error },
    );
  }
};
