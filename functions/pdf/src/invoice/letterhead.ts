/** The top of the first page: logo and title, then who sells, who pays, and the facts of the invoice. */
import type { RecordedOrder } from '@bbws/domain/order';
import { beside, padded, stack, type Block } from './block.tsx';
import { countryName, longDate } from './format.ts';
import { logo } from './logo.tsx';
import type { Measure } from './measure.ts';
import { paymentBadge } from './payment-badge.ts';
import type { Supplier } from './supplier.ts';
import { label, text } from './text.tsx';
import { contentWidth, type } from './theme.ts';

const gutter = 24;
const widths = { supplier: 138, customer: 190 };
const factsWidth = contentWidth - widths.supplier - widths.customer - 2 * gutter;

/** A small grey label above what it names. */
const labelled = (measure: Measure, heading: string, content: readonly Block[], width: number) =>
  stack([text(measure, heading, type.label, width), ...content], 2);

const supplierBlock = (measure: Measure, { name, lines }: Supplier): Block => {
  const width = widths.supplier;
  const details = stack(lines.map((line) => text(measure, line, type.quiet, width)));
  return labelled(measure, 'From', [text(measure, name, type.lead, width), details], width);
};

const customerBlock = (measure: Measure, order: RecordedOrder): Block => {
  const { customerName, customerEmail, billingAddress } = order;
  const { street, city, province, postalCode, country } = billingAddress;
  const width = widths.customer;
  const name = customerName === undefined ? [] : [text(measure, customerName, type.lead, width)];
  const address = [street, `${city} ${postalCode}`, province, countryName(country)];
  const lines = [...address, customerEmail].map((line) => text(measure, line, type.quiet, width));
  return labelled(measure, 'Billed to', [...name, stack(lines)], width);
};

const badge = (measure: Measure, order: RecordedOrder): Block => {
  const { label: content, ink, tint } = paymentBadge(order.status);
  const words = label(measure, content, { ...type.badge, colour: ink });
  return padded(words, { x: 7, y: 2.5, backgroundColor: tint, borderRadius: 8 });
};

const factsBlock = (measure: Measure, order: RecordedOrder, timeZone: string): Block => {
  const fact = (heading: string, content: Block) =>
    labelled(measure, heading, [content], factsWidth);
  const value = (content: string) => text(measure, content, type.strong, factsWidth);
  return stack(
    [
      fact('Invoice date', value(longDate(order.dateCreated, timeZone))),
      fact('Order number', value(order.orderNumber)),
      fact('Payment', badge(measure, order)),
    ],
    8,
  );
};

/** Sets the letterhead. It is as high as the longest of its columns. */
export const letterhead = (
  measure: Measure,
  order: RecordedOrder,
  { timeZone, supplier }: { timeZone: string; supplier: Supplier },
): Block => {
  const half = contentWidth / 2;
  const banner = [logo(measure, half), text(measure, 'Tax Invoice', type.title, half, 'right')];
  const parties = [
    supplierBlock(measure, supplier),
    customerBlock(measure, order),
    factsBlock(measure, order, timeZone),
  ];
  return stack([beside(banner), beside(parties, gutter)], 34);
};
