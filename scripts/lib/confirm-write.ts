/** What a command asks before it changes orders, or has them changed. */
import { readWriterFlag } from '@bbws/dynamo/writer-flag';
import { refuseElsewhere } from '@bbws/operator/dr/refuse-elsewhere';
import { confirmChange, type Stack } from './connect.ts';

/** @throws Refusal when the replica in this region says that another one writes, or none; one read of a small item */
export const refuseElsewhereIn = async ({
  table,
  region,
}: Pick<Stack, 'table' | 'region'>): Promise<void> => {
  refuseElsewhere(await readWriterFlag(table)(), region);
};

/** @throws UsageError in prod without a yes; Refusal where this region does not write */
export const confirmWrite = async (
  stack: Pick<Stack, 'environment' | 'account' | 'table' | 'region'>,
  yes: boolean,
): Promise<void> => {
  confirmChange(stack, yes);
  await refuseElsewhereIn(stack);
};
