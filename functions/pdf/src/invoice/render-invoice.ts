/** Renders the invoice of an order as a PDF. Knows nothing of where it is stored. */
import type { RecordedOrder } from '@bbws/domain/order';
import { renderToBuffer } from '@react-pdf/renderer';
import { invoiceDocument } from './invoice-document.tsx';
import { loadMeasure } from './measure.ts';
import { bbws, type Supplier } from './supplier.ts';

export type InvoiceSettings = {
  /** IANA name of the business time zone: dates of the invoice are calendar days there. */
  readonly timeZone: string;
  /** Who issues the invoice; BBWS when not given. */
  readonly supplier?: Supplier;
};

/**
 * The invoice of `order`: an A4 document of as many pages as its lines need.
 *
 * A function of its arguments alone: the same order and settings give the same bytes, on any machine with the same
 * Node.js. No text of an order makes it throw; characters that the standard fonts lack are replaced visibly.
 */
export const renderInvoice = async (
  order: RecordedOrder,
  { timeZone, supplier = bbws }: InvoiceSettings,
): Promise<Uint8Array> =>
  renderToBuffer(invoiceDocument(await loadMeasure(), order, { timeZone, supplier }));
