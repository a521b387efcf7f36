/** Puts the parts of an invoice together: cuts the table into pages and gives each its top and its footer. */
import type { RecordedOrder } from '@bbws/domain/order';
import { Document, type DocumentProps } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { beside, padded, space, stack, type Block } from './block.tsx';
import { cutPages } from './cut-pages.ts';
import { makeMoneyFormat, type MoneyFormat } from './format.ts';
import { letterhead } from './letterhead.ts';
import { lineTable } from './line-table.ts';
import type { Measure } from './measure.ts';
import { notes } from './notes.ts';
import { continuationStrip, footer, framedPage } from './page-frame.tsx';
import type { Supplier } from './supplier.ts';
import { contentHeight, contentWidth } from './theme.ts';
import { totals, totalsWidth } from './totals.ts';

type Settings = { readonly timeZone: string; readonly supplier: Supplier };

const closingGap = 16;
const columnGap = 32;
const headGap = 24;

/** Notes and totals, which stay together at the end. */
const closingOf = (
  measure: Measure,
  order: RecordedOrder,
  { format, timeZone }: { format: MoneyFormat; timeZone: string },
): Block => {
  const width = contentWidth - totalsWidth - columnGap;
  const left = stack([space(width, 0), notes(measure, order, { timeZone, width })]);
  return padded(beside([left, totals(measure, order, format)], columnGap), { y: closingGap });
};

/** The invoice as a document for the renderer. */
export const invoiceDocument = (
  measure: Measure,
  order: RecordedOrder,
  { timeZone, supplier }: Settings,
): ReactElement<DocumentProps> => {
  const subject = `Tax Invoice ${order.orderNumber}`;
  const issuer = supplier.name;
  const format = makeMoneyFormat(order.currency);
  const head = letterhead(measure, order, { timeZone, supplier });
  const strip = continuationStrip(measure, issuer, subject);
  const { header, rows } = lineTable(measure, order, format);
  const closing = closingOf(measure, order, { format, timeZone });

  const roomBelow = (top: Block) => contentHeight - top.height - headGap - header.height;
  const cut = cutPages(rows, closing.height, {
    firstPage: roomBelow(head),
    otherPages: roomBelow(strip),
  });
  const pages = cut.map((pageRows, index) => {
    const top = index === 0 ? head : strip;
    const table = pageRows.length === 0 ? [] : [header, ...pageRows];
    const end = index === cut.length - 1 ? [closing] : [];
    const page = index + 1;
    const content = stack([top, stack([...table, ...end])], headGap);
    return framedPage(page, content, footer(measure, { issuer, subject, page, pages: cut.length }));
  });

  return (
    <Document
      title={subject}
      author={issuer}
      creator="BBWS order service"
      producer="BBWS order service"
      language="en-ZA"
      pdfVersion="1.7"
      creationDate={new Date(order.dateLastUpdated)}
    >
      {pages}
    </Document>
  );
};
