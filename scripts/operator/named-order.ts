/** `--order ID [--tenant T]`: the order that a command is about. */
import { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { orderOf } from '@bbws/operator/orders/find-order';
import * as v from 'valibot';
import { required, UsageError } from '../lib/arguments.ts';
import type { Stack } from '../lib/connect.ts';

type Options = { readonly order?: string | undefined; readonly tenant?: string | undefined };

const parsed = <S extends v.GenericSchema>(schema: S, name: string, value: string) => {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new UsageError(`--${name} ${result.issues[0].message}, not "${value}".`);
};

/** What the options name. @throws UsageError when the order is missing or one of them is no id */
export const readOrderOptions = ({ order, tenant }: Options) => ({
  id: parsed(OrderId, 'order', required('order', order).trim().toLowerCase()),
  tenantId: tenant === undefined ? undefined : parsed(TenantId, 'tenant', tenant),
});

/** The order, hidden or not. @throws Refusal when there is none */
export const namedOrder = (
  { table }: Stack,
  { id, tenantId }: ReturnType<typeof readOrderOptions>,
): Promise<StoredOrder> => orderOf(table, id, tenantId);

/** `--env E` again, for a command to run next. */
export const environmentOption = ({ environment }: Stack): string =>
  environment === 'local' ? '' : ` --env ${environment}`;
