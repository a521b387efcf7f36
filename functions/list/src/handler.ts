/** GET /v1.0/tenants/{tenantId}/orders. Knows the route; knows nothing of keys and indexes. */
import { publicSummary } from '@bbws/api/public-order';
import { listOrdersRoute } from '@bbws/api/routes/list-orders';
import { DomainError } from '@bbws/domain/domain-error';
import { TenantId } from '@bbws/domain/identifiers';
import { parseRequest } from '@bbws/domain/parse';
import { dayAfter, startOfDay } from '@bbws/domain/time-zone';
import type { OrderPage, OrderQuery } from '@bbws/dynamo/list-orders';
import { adminGroup, type Caller } from '@bbws/lambda/caller';
import { httpHandler, tenantEndpoint, type HttpDeps } from '@bbws/lambda/http';
import * as v from 'valibot';
import { pageToken, positionIn } from './page-token.ts';

export type Deps = HttpDeps & {
  readonly listOrders: (query: OrderQuery) => Promise<OrderPage>;
  readonly timeZone: string;
};

export const makeHandler = (deps: Deps) =>
  httpHandler(deps, [
    tenantEndpoint(listOrdersRoute, async ({ caller, path, query }) => {
      const tenantId = tenantToList(caller, path['tenantId']);
      const { pageSize, startAt, status, from, to } = parseRequest(
        listOrdersRoute.request.query,
        query,
        'query',
      );
      const list = [caller.tenantId, tenantId, status, from, to];
      const range = {
        from: from && startOfDay(deps.timeZone, from).toISOString(),
        before: to && startOfDay(deps.timeZone, dayAfter(to)).toISOString(),
      };
      const after = startAt === undefined ? undefined : positionIn(list, startAt, range);
      const page = await deps.listOrders({ tenantId, status, pageSize, ...range, after });
      return {
        status: 200,
        data: {
          orders: page.orders.map(publicSummary),
          pagination: {
            pageSize,
            totalReturned: page.orders.length,
            nextToken: page.next ? pageToken(list, page.next) : null,
            moreAvailable: page.next !== undefined,
          },
        },
      };
    }),
  ]);

/** The path's tenant, if the caller may list its orders. */
const tenantToList = (caller: Caller, tenantId: string | undefined): TenantId => {
  if (caller.tenantId === tenantId) return caller.tenantId;
  const other = v.safeParse(TenantId, tenantId);
  if (caller.groups.includes(adminGroup) && other.success) return other.output;
  throw new DomainError('TENANT_MISMATCH', 'Your token is not for the tenant in the path.');
};
