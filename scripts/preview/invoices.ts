/** The invoice of every kind of order. The one file of the preview that knows how an invoice is rendered. */
import '../lib/jsx.ts';
import type { RecordedOrder } from '@bbws/domain/order';
import { aRecordedOrder } from '@bbws/domain/testing/builders';
import { aSupplier } from '@bbws/domain/testing/supplier';
import { sampleOrders } from '@bbws/pdf/invoice/testing/sample-orders';
import type { Group, Write } from './preview.ts';
import { names } from './sample-orders.ts';

/** Loads the renderer only now: its .tsx files need the hook of lib/jsx.ts. */
const render = async (order: RecordedOrder): Promise<Uint8Array> => {
  const { renderInvoice } = await import('@bbws/pdf/invoice/render-invoice');
  return renderInvoice(order, { timeZone: 'Africa/Johannesburg', supplier: aSupplier() });
};

const orders: readonly (readonly [string, RecordedOrder])[] = [
  ...Object.entries(sampleOrders()),
  ...names.map(
    ([language, customerName]) =>
      [`name in ${language}`, aRecordedOrder({ customerName })] as const,
  ),
];

/** Writes every invoice, one after the other: rendering takes the whole processor. */
export const previewInvoices = async (write: Write, onDone: () => void): Promise<Group> => {
  const shown = [];
  for (const [title, order] of orders) {
    const name = `invoice-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.pdf`;
    shown.push({ title, pdf: await write(name, await render(order)) });
    onDone();
  }
  return { title: 'Invoices', shown };
};

/** How many previewInvoices writes. */
export const invoiceCount = orders.length;
