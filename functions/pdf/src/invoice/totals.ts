/** The sums of an order, one below the other, the total last and largest. */
import type { RecordedOrder } from '@bbws/domain/order';
import { bar, beside, stack, type Block } from './block.tsx';
import type { Typeface } from './fonts/typeface.ts';
import type { MoneyFormat } from './format.ts';
import { text } from './text.tsx';
import { colours, type, type TypeStyle } from './theme.ts';

const labelWidth = 70;
const amountWidth = 160;

/** Width of the totals, in points. */
export const totalsWidth = labelWidth + amountWidth;

/** Sets the sums, amounts flush with those of the table above. */
export const totals = (
  face: Typeface,
  order: RecordedOrder,
  { money }: Pick<MoneyFormat, 'money'>,
): Block => {
  const row = (name: string, amount: number, nameStyle: TypeStyle, amountStyle = nameStyle) =>
    beside([
      text(face, name, nameStyle, labelWidth),
      text(face, money(amount), amountStyle, amountWidth, 'right'),
    ]);
  return stack(
    [
      row('Subtotal', order.subtotal, type.quiet, type.body),
      row('Discount', -order.discount, type.quiet, type.body),
      row('Shipping', order.shipping, type.quiet, type.body),
      row('VAT', order.tax, type.quiet, type.body),
      bar(totalsWidth, 1.2, colours.accent),
      row('Total', order.total, type.total),
    ],
    5,
  );
};
