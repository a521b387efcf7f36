/** Query of GET /v1.0/tenants/{tenantId}/orders (R-API-06). Strict: a misspelt parameter is refused, not ignored. */
import { OrderStatus } from '@bbws/domain/order-status';
import { CalendarDay } from '@bbws/domain/timestamp';
import * as v from 'valibot';

const PageSize = v.pipe(
  v.string(),
  v.regex(/^(?:[1-9]\d?|100)$/, 'must be a whole number from 1 to 100'),
  v.description('Orders on a page, 1 to 100.'),
  // Before the transformation: the document shows what comes before it.
  v.metadata({ openapi: { type: 'integer', minimum: 1, maximum: 100, default: 50 } }),
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
    startAt: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(512, 'must have at most 512 characters'),
        v.description('nextToken of the page before.'),
      ),
    ),
    status: v.optional(v.pipe(OrderStatus, v.description('Only orders of this status.'))),
    from: v.optional(
      v.pipe(QueryDay, v.description('First day, YYYY-MM-DD in the business time zone.')),
    ),
    to: v.optional(
      v.pipe(QueryDay, v.description('Last day, YYYY-MM-DD in the business time zone.')),
    ),
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
