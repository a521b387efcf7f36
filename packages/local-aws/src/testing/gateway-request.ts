/** Builds a request as the gateway sees it. */
import type { GatewayRequest } from '../gateway/gateway-request.ts';

export const gatewayRequest = (changes: Partial<GatewayRequest> = {}): GatewayRequest => ({
  requestId: 'request-1',
  method: 'GET',
  path: '/v1.0/orders/order-1',
  query: new URLSearchParams(),
  headers: [['Host', 'api.example.com']],
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
  ...changes,
});
