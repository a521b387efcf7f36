/** The table of an invoice, drawn by hand: what the same fonts, rows and figures cost without anything else. */
import type { RecordedOrder } from '@bbws/domain/order';
import { fontFiles } from '@bbws/pdf/invoice/fonts/font-files';
import { count, makeMoneyFormat } from '@bbws/pdf/invoice/format';
import { create } from 'fontkit';
import PDFDocument from 'pdfkit';

const [regular, bold] = [create(fontFiles.regular), create(fontFiles.bold)];

const left = 48;
const right = 547;
const bottom = 776;
const rowHeight = 20.6;
/** Right ends of quantity, unit price, discount and amount. */
const ends = [370, 425, 476, right];

const collect = async (document: PDFDocument): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const drawRow = (document: PDFDocument, y: number, [name = '', ...figures]: readonly string[]) => {
  const noBreak = { lineBreak: false };
  document.fillColor('#1f2933').text(name, left, y, noBreak);
  figures.forEach((figure, index) => {
    const end = ends[index] ?? right;
    document.text(figure, end - document.widthOfString(figure), y, noBreak);
  });
  document.rect(left, y + 16, right - left, 0.6).fill('#dde3e8');
};

const heads = ['Description', 'Quantity', 'Unit price', 'Discount', 'Amount (ZAR)'];

/** A document of the order's lines and total. */
export const drawWithPdfkit = async (order: RecordedOrder): Promise<Uint8Array> => {
  const { figure, money } = makeMoneyFormat(order.currency);
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false });
  document.registerFont('regular', regular).registerFont('bold', bold);
  const startPage = (): number => {
    document.addPage().font('bold').fontSize(8);
    drawRow(document, 46, heads);
    document.font('regular').fontSize(9);
    return 46 + rowHeight;
  };
  let y = startPage();
  const row = (...cells: string[]) => {
    if (y > bottom) y = startPage();
    drawRow(document, y, cells);
    y += rowHeight;
  };
  for (const { productName, quantity, unitPrice, discount, subtotal } of order.items)
    row(productName, count(quantity), figure(unitPrice), figure(discount), figure(subtotal));
  row('Total', '', '', '', money(order.total));
  document.end();
  return collect(document);
};
