/** Who may set which status (R-API-11): Cognito groups, each for every status or for some. */
import * as v from 'valibot';
import { orderStatuses, type OrderStatus } from './order-status.ts';

const anyStatus = `(?:${orderStatuses.join('|')})`;
const form = new RegExp(String.raw`^[^:|,\s]+(?::${anyStatus}(?:\|${anyStatus})*)?$`);

const Permission = v.pipe(
  v.string(),
  v.regex(
    form,
    `must be groups such as "order-admin,finance:paid|refunded" with statuses from ${orderStatuses.join(', ')}`,
  ),
  v.transform((text) => {
    const [group = '', statuses] = text.split(':');
    const named = statuses?.split('|');
    return { group, statuses: orderStatuses.filter((status) => named?.includes(status) ?? true) };
  }),
);
export type UpdatePermission = v.InferOutput<typeof Permission>;

/** `group` or `group:status|status`, separated by commas. Empty: every user of the tenant may set every status. */
export const UpdatePermissions = v.pipe(
  v.string(),
  v.trim(),
  // A stray comma must not read as "everybody".
  v.transform((text) => (text === '' ? [] : text.split(',').map((item) => item.trim()))),
  v.array(Permission),
);

/** True when one of `groups` may set `status`. */
export const maySet = (
  permissions: readonly UpdatePermission[],
  groups: readonly string[],
  status: OrderStatus,
): boolean =>
  permissions.length === 0 ||
  permissions.some(({ group, statuses }) => groups.includes(group) && statuses.includes(status));
