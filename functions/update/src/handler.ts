/** PUT /v1.0/orders/{orderId}. Knows the route; knows nothing of DynamoDB, nor of statuses for errors. */
import { publicOrder } from '@bbws/api/public-order';
import { updateOrderRoute } from '@bbws/api/routes/update-order';
import { etag } from '@bbws/api/update-order-request';
import { parseRequest } from '@bbws/domain/parse';
import { httpHandler, tenantEndpoint, type HttpDeps } from '@bbws/lambda/http';
import { changeOrder, type ChangeOrderDeps } from './change-order.ts';

export type Deps = HttpDeps & ChangeOrderDeps;

export const makeHandler = (deps: Deps) =>
  httpHandler(deps, [
    tenantEndpoint(updateOrderRoute, async ({ caller, path, header, json, correlationId, log }) => {
      const { orderId: id } = parseRequest(updateOrderRoute.request.path, path, 'path');
      const { 'if-match': ifMatch } = parseRequest(
        updateOrderRoute.request.headers,
        { 'if-match': header('if-match') },
        'headers',
      );
      const request = parseRequest(updateOrderRoute.request.body.schema, json(), 'change');
      const order = await changeOrder(deps, { caller, id, request, ifMatch, correlationId, log });
      return { status: 200, data: publicOrder(order), headers: { ETag: etag(order.version) } };
    }),
  ]);
