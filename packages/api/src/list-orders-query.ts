/** Query of GET /v1.0/tenants/{tenantId}/orders (R-API-06). Strict: a misspelt parameter is refused, not ignored. */
import { OrderStatus } from '@bbws/domain/order-status';
import { CalendarDay } from '@bbws/domain/timestamp';
import * as v from 'valibot';

const PageSize = v.pipe(
  v.string(),
  v.regex(/^(?:[1-9]\d?|100)$/, 'must be a whole number from 1 to 100'),
  v.transform(Number),
);

// Beyond these years a day has no neighbour with four digits, or no time zone.
const QueryDay = v.pipe(
  CalendarDay,
  v.check((day) => day >= '1900' && day < '3000', 'must lie in the years 1900 to 2999'),
);

export const ListOrdersQuery = v.pipe(
  v.strictObject({
    pageSize: v.optional(PageSize, '50'),
    startAt: v.optional(v.pipe(v.string(), v.maxLength(512, 'must have at most 512 characters'))),
    status: v.optional(OrderStatus),
    /** First and last day, in the business time zone. */
    from: v.optional(QueryDay),
    to: v.optional(QueryDay),
  }),
  v.forward(
    v.check(
      ({ from, to }) => from === undefined || to === undefined || from <= to,
      'must not be before from',
    ),
    ['to'],
  ),
);
export type ListOrdersQuery = v.InferOutput<typeof ListOrdersQuery>;
