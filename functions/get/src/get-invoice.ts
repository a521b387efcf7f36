/** GET /v1.0/orders/{orderId}/invoice: where a signed-in caller finds the PDF for the next minutes (R-API-12). */
import { getInvoiceRoute } from '@bbws/api/routes/get-invoice';
import { DomainError } from '@bbws/domain/domain-error';
import type { InvoiceNote, Order } from '@bbws/domain/order';
import { tenantEndpoint, type Endpoint } from '@bbws/lambda/http';
import type { Presigned } from '@bbws/lambda/presign';
import { visibleOrder, type VisibleOrderDeps } from './visible-order.ts';

export type GetInvoiceDeps = VisibleOrderDeps & {
  /** An address of the object of that key in the orders bucket, for everybody and for minutes. */
  readonly presignInvoice: (key: string) => Promise<Presigned>;
};

export const getInvoice = (deps: GetInvoiceDeps): Endpoint =>
  tenantEndpoint(getInvoiceRoute, async (request) => {
    const order = await visibleOrder(deps, request);
    const { key, orderVersion } = invoiceOf(order);
    const { url, expiresAt } = await deps.presignInvoice(key);
    return { status: 200, data: { url, expiresAt: expiresAt.toISOString(), orderVersion } };
  });

/** The newest rendering. */
const invoiceOf = (order: Order): InvoiceNote => {
  if (order.stage === 'rejected')
    throw new DomainError('ORDER_REJECTED', 'A rejected order has no invoice.');
  const note = order.stage === 'recorded' ? order.pdf : undefined;
  if (!note)
    throw new DomainError('INVOICE_NOT_READY', 'The invoice of this order is not rendered yet.', {
      retryAfterSeconds: 5,
    });
  return note;
};
