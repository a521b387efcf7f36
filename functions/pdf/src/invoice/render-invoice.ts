/** Renders the invoice of an order as a PDF. Knows nothing of where it is stored. */
import type { RecordedOrder } from '@bbws/domain/order';
import { renderToBuffer } from '@react-pdf/renderer';
import { loadTypeface } from './fonts/typeface.ts';
import { invoiceDocument } from './invoice-document.tsx';
import type { InvoiceSettings } from './settings.ts';

/** Told of what the reader of the invoice will not see as it was written. */
export type Observer = {
  /** So many characters of this invoice are in no font and were replaced. */
  readonly glyphsReplaced?: (count: number) => void;
};

/**
 * The invoice of `order`: an A4 document of as many pages as its lines need.
 *
 * A function of order and settings alone: the same ones give the same bytes, on any machine with the same Node.js. No text
 * of an order makes it throw; characters that the fonts lack are replaced visibly, and the observer is told how many.
 */
export const renderInvoice = async (
  order: RecordedOrder,
  settings: InvoiceSettings,
  observer: Observer = {},
): Promise<Uint8Array> => {
  const face = loadTypeface();
  const bytes = await renderToBuffer(invoiceDocument(face, order, settings));
  if (face.replaced() > 0) observer.glyphsReplaced?.(face.replaced());
  return bytes;
};
