/** GET /v1.0/invoices/{orderId} */
import * as v from 'valibot';
import type { Route } from '../route.ts';
import { OrderPath } from '../schemas/order-path.ts';

export const openMailedInvoiceRoute = {
  operationId: 'openMailedInvoice',
  method: 'GET',
  path: '/v1.0/invoices/{orderId}',
  function: 'get',
  access: 'public',
  tag: 'Invoices',
  summary: 'Open the invoice from a mail',
  description:
    'The link in the confirmation mail. Valid for seven days. Every link that does not hold, for whatever reason, answers ' +
    'the same 404; browsers get it as a page.',
  request: {
    path: OrderPath,
    query: v.object({
      token: v.optional(v.pipe(v.string(), v.description('The token in the mailed link.'))),
    }),
  },
  responses: [
    { status: 302, description: 'Leads to the PDF.', headers: ['Location'] },
    {
      status: 202,
      description: 'The invoice is not rendered yet: a page that looks again by itself.',
      headers: ['Refresh', 'Retry-After'],
      html: true,
    },
  ],
  errors: ['INVOICE_LINK_INVALID'],
  pages: ['INVOICE_LINK_INVALID'],
} as const satisfies Route;
