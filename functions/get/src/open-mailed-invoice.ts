/** GET /v1.0/invoices/{orderId}?token=…: the link in the confirmation mail, for whoever has it (R-API-13). */
import { openMailedInvoiceRoute } from '@bbws/api/routes/open-mailed-invoice';
import { DomainError } from '@bbws/domain/domain-error';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { RecordedOrder } from '@bbws/domain/order';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { publicEndpoint, type Endpoint } from '@bbws/lambda/http';
import type { HttpRequest } from '@bbws/lambda/http-request';
import { redirect } from '@bbws/lambda/http-response';
import { linkHolds, readInvoiceLink } from '@bbws/lambda/invoice-link';
import type { Presigned } from '@bbws/lambda/presign';
import { invalidLinkPage, waitingPage } from './pages.ts';
import { prefersHtml } from './prefers-html.ts';

export type OpenMailedInvoiceDeps = {
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
  readonly presignInvoice: (key: string) => Promise<Presigned>;
  readonly now: () => Date;
};

export const openMailedInvoice = (deps: OpenMailedInvoiceDeps): Endpoint =>
  publicEndpoint(openMailedInvoiceRoute, async (request) => {
    const order = await orderOfLink(deps, request);
    // Why a link does not hold is nobody's business: every reason has the same answer.
    if (!order && prefersHtml(request.header('accept'))) return invalidLinkPage;
    if (!order)
      throw new DomainError('INVOICE_LINK_INVALID', 'This link is not valid, or not any more.');

    const { tenantId, id: orderId, pdf } = order;
    request.log.info(pdf ? 'Invoice opened' : 'Invoice awaited', { tenantId, orderId });
    return pdf ? redirect((await deps.presignInvoice(pdf.key)).url) : waitingPage;
  });

/** The order whose invoice the link may open; `undefined` when the link does not hold. */
const orderOfLink = async (
  { readOrder, now }: OpenMailedInvoiceDeps,
  { path, query }: HttpRequest,
): Promise<RecordedOrder | undefined> => {
  const link = readInvoiceLink(query['token'] ?? '');
  if (!link || link.orderId !== path['orderId']) return undefined;
  const stored = await readOrder(link.tenantId, link.orderId);
  const holds = linkHolds(link, stored?.linkKey, now());
  return holds && stored?.order.active && stored.order.stage === 'recorded'
    ? stored.order
    : undefined;
};
