/** The end of an invoice: notes and totals side by side, the terms below. They stay together. */
import type { RecordedOrder } from '@bbws/domain/order';
import { bar, beside, space, stack, type Block } from './block.tsx';
import type { Typeface } from './fonts/typeface.ts';
import type { MoneyFormat } from './format.ts';
import { notes } from './notes.ts';
import type { InvoiceSettings } from './settings.ts';
import { text } from './text.tsx';
import { colours, contentWidth, type } from './theme.ts';
import { totals, totalsWidth } from './totals.ts';

const columnGap = 32;
const gapAbove = 16;
const gapToTerms = 16;

/** Sets the end of the invoice, as wide as the page. */
export const closing = (
  face: Typeface,
  order: RecordedOrder,
  { format, timeZone, supplier }: InvoiceSettings & { readonly format: MoneyFormat },
): Block => {
  const width = contentWidth - totalsWidth - columnGap;
  const left = stack([space(width, 0), notes(face, order, { timeZone, supplier, width })]);
  const terms = stack(
    [
      bar(contentWidth, 0.6, colours.hairline),
      text(face, 'Terms', type.label, contentWidth),
      text(face, supplier.terms, type.small, contentWidth),
    ],
    3,
  );
  const figures = beside([left, totals(face, order, format)], columnGap);
  return stack([space(contentWidth, gapAbove), stack([figures, terms], gapToTerms)]);
};
