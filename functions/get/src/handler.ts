/** GET /v1.0/orders/{orderId} and GET /health. Knows the routes; knows nothing of DynamoDB. */
import { publicOrder } from '@bbws/api/public-order';
import { getOrderRoute, healthRoute } from '@bbws/api/routes';
import { etag } from '@bbws/api/update-order-request';
import { adminGroup, type Caller } from '@bbws/lambda/caller';
import { DomainError } from '@bbws/domain/domain-error';
import { OrderId, type TenantId } from '@bbws/domain/identifiers';
import { parseRequest } from '@bbws/domain/parse';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { httpHandler, publicEndpoint, tenantEndpoint, type HttpDeps } from '@bbws/lambda/http';
import * as v from 'valibot';

export type Deps = HttpDeps & {
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
  /** Reads across tenants; for order-admin only. */
  readonly findOrder: (id: OrderId) => Promise<StoredOrder | undefined>;
  readonly tableAnswers: () => Promise<void>;
};

const Path = v.object({ orderId: OrderId });

export const makeHandler = (deps: Deps) => {
  const visibleTo = ({ groups, tenantId }: Caller, id: OrderId) =>
    groups.includes(adminGroup) ? deps.findOrder(id) : deps.readOrder(tenantId, id);

  return httpHandler(deps, [
    tenantEndpoint(getOrderRoute, async ({ caller, path }) => {
      const { orderId } = parseRequest(Path, path, 'path');
      const stored = await visibleTo(caller, orderId);
      if (!stored?.order.active)
        throw new DomainError('ORDER_NOT_FOUND', 'There is no order of that id.');
      return {
        status: 200,
        data: publicOrder(stored.order),
        headers: { ETag: etag(stored.order.version) },
      };
    }),
    publicEndpoint(healthRoute, async ({ log }) => {
      try {
        await deps.tableAnswers();
      } catch (error) {
        log.error('The table does not answer', error);
        throw new DomainError('SERVICE_UNAVAILABLE', 'The service cannot reach its data.');
      }
      return { status: 200, data: { status: 'ok' } };
    }),
  ]);
};
