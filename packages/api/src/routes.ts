/**
 * The table of routes: read by the functions, by the local gateway, by the OpenAPI document and whatever is made from
 * it. A route that is not here does not exist.
 */
import type { Route } from './route.ts';
import { createOrderRoute } from './routes/create-order.ts';
import { getInvoiceRoute } from './routes/get-invoice.ts';
import { getOrderRoute } from './routes/get-order.ts';
import { healthRoute } from './routes/health.ts';
import { listOrdersRoute } from './routes/list-orders.ts';
import { openMailedInvoiceRoute } from './routes/open-mailed-invoice.ts';
import { updateOrderRoute } from './routes/update-order.ts';

export const routes: readonly Route[] = [
  createOrderRoute,
  getOrderRoute,
  updateOrderRoute,
  listOrdersRoute,
  getInvoiceRoute,
  openMailedInvoiceRoute,
  healthRoute,
];
