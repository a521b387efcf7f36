/** The table of an order's lines: a header for every page, and one row per line. */
import type { OrderLine } from '@bbws/domain/order-line';
import type { RecordedOrder } from '@bbws/domain/order';
import { bar, beside, padded, stack, type Block } from './block.tsx';
import { count, type MoneyFormat } from './format.ts';
import type { Typeface } from './fonts/typeface.ts';
import { text } from './text.tsx';
import { colours, contentWidth, type, type TypeStyle } from './theme.ts';

/** The table's parts, for the pages to be made of. */
export type LineTable = { readonly header: Block; readonly rows: readonly Block[] };

type Column = {
  readonly heading: string;
  readonly align: 'left' | 'right';
  readonly style: TypeStyle;
  /** Takes the room that the other columns leave. */
  readonly elastic?: boolean;
  readonly cell: (line: OrderLine, position: number) => string;
};

const columnGap = 14;

const columnsOf = ({ currency }: RecordedOrder, { figure }: MoneyFormat): Column[] => {
  const left = { align: 'left', style: type.body } as const;
  const right = { align: 'right', style: type.body } as const;
  return [
    { ...left, heading: '#', style: type.quiet, cell: (_, position) => String(position) },
    { ...left, heading: 'Description', elastic: true, cell: (line) => line.productName },
    { ...right, heading: 'Quantity', cell: (line) => count(line.quantity) },
    { ...right, heading: 'Unit price', cell: (line) => figure(line.unitPrice) },
    {
      ...right,
      heading: 'Discount',
      cell: (line) => (line.discount === 0 ? '–' : figure(line.discount)),
    },
    { ...right, heading: `Amount (${currency})`, cell: (line) => figure(line.subtotal) },
  ];
};

const naturalWidth = (face: Typeface, column: Column, lines: readonly OrderLine[]): number => {
  const cells = lines.map((line, index) =>
    face.measure(column.cell(line, index + 1), column.style),
  );
  return Math.ceil(Math.max(face.measure(column.heading, type.tableHead), ...cells)) + 1;
};

/** Columns as wide as their widest cell, so that amounts of any size fit; the elastic one takes the rest. */
const withWidths = (face: Typeface, columns: readonly Column[], lines: readonly OrderLine[]) => {
  const rigid = columns.filter((column) => column.elastic !== true);
  const taken = rigid.reduce((sum, column) => sum + naturalWidth(face, column, lines), 0);
  const rest = contentWidth - taken - (columns.length - 1) * columnGap;
  return columns.map((column) => ({
    ...column,
    width: column.elastic === true ? rest : naturalWidth(face, column, lines),
  }));
};

const underlined = (cells: readonly Block[], ruleHeight: number, colour: string): Block =>
  stack([padded(beside(cells, columnGap), { y: 3.5 }), bar(contentWidth, ruleHeight, colour)]);

/** Sets the table. All rows have the width of the page; each has its own height. */
export const lineTable = (face: Typeface, order: RecordedOrder, format: MoneyFormat): LineTable => {
  const columns = withWidths(face, columnsOf(order, format), order.items);
  const headings = columns.map(({ heading, width, align }) =>
    text(face, heading, type.tableHead, width, align),
  );
  const rows = order.items.map((line, index) =>
    columns.map(({ cell, style, width, align }) =>
      text(face, cell(line, index + 1), style, width, align),
    ),
  );
  return {
    header: underlined(headings, 1.2, colours.accent),
    rows: rows.map((cells) => underlined(cells, 0.6, colours.hairline)),
  };
};
