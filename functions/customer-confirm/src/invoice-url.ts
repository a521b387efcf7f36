/** The address in the confirmation mail under which its reader finds the invoice (R-EVT-11). */
import { openMailedInvoiceRoute } from '@bbws/api/routes/open-mailed-invoice';
import type { RecordedOrder } from '@bbws/domain/order';
import type { LinkKey } from '@bbws/domain/link-key';
import { makeInvoiceLink } from '@bbws/lambda/invoice-link';

export type InvoiceUrlDeps = {
  /** Where the API answers, without a slash at the end. */
  readonly apiBaseUrl: string;
  readonly now: () => Date;
};

/** A function that gives the address, good for 7 days from now. */
export const invoiceUrl =
  ({ apiBaseUrl, now }: InvoiceUrlDeps) =>
  (order: RecordedOrder, linkKey: LinkKey): string => {
    const path = openMailedInvoiceRoute.path.replace('{orderId}', order.id);
    return `${apiBaseUrl}${path}?token=${makeInvoiceLink(order, linkKey, now())}`;
  };
