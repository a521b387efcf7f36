/** GET /v1.0/orders/{orderId} (R-API-05). */
import { publicOrder } from '@bbws/api/public-order';
import { getOrderRoute } from '@bbws/api/routes/get-order';
import { etag } from '@bbws/api/update-order-request';
import { tenantEndpoint, type Endpoint } from '@bbws/lambda/http';
import { visibleOrder, type VisibleOrderDeps } from './visible-order.ts';

export const getOrder = (deps: VisibleOrderDeps): Endpoint =>
  tenantEndpoint(getOrderRoute, async (request) => {
    const order = await visibleOrder(deps, request);
    return { status: 200, data: publicOrder(order), headers: { ETag: etag(order.version) } };
  });
