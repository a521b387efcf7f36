/** Puts the parts of an invoice together: cuts the table into pages and gives each its top and its footer. */
import type { RecordedOrder } from '@bbws/domain/order';
import { paymentChangeAt } from '@bbws/domain/order-life';
import { Document, type DocumentProps } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { stack, type Block } from './block.tsx';
import { closing } from './closing.ts';
import { cutPages } from './cut-pages.ts';
import type { Typeface } from './fonts/typeface.ts';
import { locale, makeMoneyFormat } from './format.ts';
import { letterhead } from './letterhead.ts';
import { lineTable } from './line-table.ts';
import { continuationStrip, footer, framedPage } from './page-frame.tsx';
import type { InvoiceSettings } from './settings.ts';
import { contentHeight } from './theme.ts';

const headGap = 18;

/**
 * The time that the document says it is of: of what it shows. The order may change its version beyond that, as when it is
 * hidden or prepared, and its invoice keeps key and bytes (docs/adr/0001).
 */
const dateOf = ({ statusHistory, dateCreated }: RecordedOrder): string =>
  paymentChangeAt(statusHistory)?.at ?? dateCreated;

/** The invoice as a document for the renderer. */
export const invoiceDocument = (
  face: Typeface,
  order: RecordedOrder,
  settings: InvoiceSettings,
): ReactElement<DocumentProps> => {
  const subject = `Tax Invoice ${order.orderNumber}`;
  const issuer = settings.supplier.name;
  const format = makeMoneyFormat(order.currency);
  const head = letterhead(face, order, { ...settings, format });
  const strip = continuationStrip(face, issuer, subject);
  const { header, rows } = lineTable(face, order, format);
  const end = closing(face, order, { ...settings, format });

  const roomBelow = (top: Block) => contentHeight - top.height - headGap - header.height;
  const cut = cutPages(rows, end.height, {
    firstPage: roomBelow(head),
    otherPages: roomBelow(strip),
  });
  const pages = cut.map((pageRows, index) => {
    const page = index + 1;
    const top = index === 0 ? head : strip;
    const table = pageRows.length === 0 ? [] : [header, ...pageRows];
    const last = index === cut.length - 1 ? [end] : [];
    const content = stack([top, stack([...table, ...last])], headGap);
    const title = index === 0 ? subject : `Page ${String(page)} of ${String(cut.length)}`;
    return framedPage(title, content, footer(face, { issuer, subject, page, pages: cut.length }));
  });

  return (
    <Document
      title={subject}
      author={issuer}
      creator="BBWS order service"
      producer="BBWS order service"
      language={locale}
      pdfVersion="1.7"
      creationDate={new Date(dateOf(order))}
    >
      {pages}
    </Document>
  );
};
