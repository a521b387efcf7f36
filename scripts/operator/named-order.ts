/** `--order ID [--tenant T]`: the order that a command is about. */
import { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { orderOf } from '@bbws/operator/orders/find-order';
import { required } from '../lib/arguments.ts';
import type { Stack } from '../lib/connect.ts';
import { parsed } from '../lib/parsed.ts';

type Options = { readonly order?: string | undefined; readonly tenant?: string | undefined };

/** An order as an operator names it. */
export type NamedOrder = { readonly id: OrderId; readonly tenantId: TenantId | undefined };

/** What the options name. @throws UsageError when the order is missing or one of them is no id */
export const readOrderOptions = ({ order, tenant }: Options): NamedOrder => ({
  id: parsed(OrderId, '--order', required('order', order).trim().toLowerCase()),
  tenantId: tenant === undefined ? undefined : parsed(TenantId, '--tenant', tenant),
});

/** The order, hidden or not. @throws Refusal when there is none */
export const namedOrder = ({ table }: Stack, { id, tenantId }: NamedOrder): Promise<StoredOrder> =>
  orderOf(table, id, tenantId);

/** `--env E` again, for a command to run next. */
export const environmentOption = ({ environment }: Pick<Stack, 'environment'>): string =>
  environment === 'local' ? '' : ` --env ${environment}`;
