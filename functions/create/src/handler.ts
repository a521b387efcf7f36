/** POST /v1.0/orders. Knows the route; knows nothing of DynamoDB, nor of statuses for errors. */
import { createOrderRoute } from '@bbws/api/routes/create-order';
import { parseRequest } from '@bbws/domain/parse';
import { httpHandler, tenantEndpoint, type HttpDeps } from '@bbws/lambda/http';
import { placeOrder, type PlaceOrderDeps } from './place-order.ts';

export type Deps = HttpDeps & PlaceOrderDeps;

/** Seconds after which an order is usually recorded. */
const usuallyRecordedAfter = 10;

export const makeHandler = (deps: Deps) =>
  httpHandler(deps, [
    tenantEndpoint(createOrderRoute, async ({ caller, header, json, correlationId, log }) => {
      const { 'idempotency-key': idempotencyKey } = parseRequest(
        createOrderRoute.request.headers,
        { 'idempotency-key': header('idempotency-key') },
        'headers',
      );
      const request = parseRequest(createOrderRoute.request.body.schema, json(), 'order');
      const placed = await placeOrder(deps, {
        tenantId: caller.tenantId,
        subject: caller.subject,
        request,
        idempotencyKey,
        correlationId,
        log,
      });
      return {
        status: 202,
        data: {
          orderId: placed.id,
          orderNumber: placed.orderNumber,
          status: 'pending',
          message: 'Order accepted for processing',
        },
        headers: {
          Location: `/v1.0/orders/${placed.id}`,
          'Retry-After': String(usuallyRecordedAfter),
          ...(placed.replayed && { 'Idempotent-Replayed': 'true' }),
        },
      };
    }),
  ]);
