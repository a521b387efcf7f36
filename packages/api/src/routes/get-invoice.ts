/** GET /v1.0/orders/{orderId}/invoice */
import * as v from 'valibot';
import type { Route } from '../route.ts';
import { OrderPath } from '../schemas/order-path.ts';
import { invoiceExample } from '../schemas/samples.ts';

export const getInvoiceRoute = {
  operationId: 'getInvoice',
  method: 'GET',
  path: '/v1.0/orders/{orderId}/invoice',
  function: 'get',
  access: 'tenant',
  tag: 'Invoices',
  summary: 'Get the address of an invoice',
  description: 'The address answers the PDF for five minutes, without login.',
  request: { path: OrderPath },
  responses: [
    {
      status: 200,
      description: 'Where the invoice is.',
      data: {
        schema: v.strictObject({
          url: v.pipe(v.string(), v.url()),
          expiresAt: v.pipe(v.string(), v.isoTimestamp()),
          orderVersion: v.pipe(
            v.number(),
            v.integer(),
            v.description(
              'Version of the order that the invoice shows. Below that of the last change of the payment: a newer one comes.',
            ),
          ),
        }),
        example: invoiceExample,
      },
    },
  ],
  errors: ['INVALID_REQUEST', 'ORDER_NOT_FOUND', 'INVOICE_NOT_READY', 'ORDER_REJECTED'],
} as const satisfies Route;
