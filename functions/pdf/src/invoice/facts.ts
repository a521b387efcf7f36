/** The band of facts under the title: order number, date, payment state and total. */
import type { RecordedOrder } from '@bbws/domain/order';
import { beside, padded, space, stack, type Block } from './block.tsx';
import type { Typeface } from './fonts/typeface.ts';
import { longDate, type MoneyFormat } from './format.ts';
import { paymentBadge } from './payment-badge.ts';
import { label, text } from './text.tsx';
import { colours, contentWidth, type } from './theme.ts';

const padding = { x: 14, y: 9 };
const gap = 12;
/** The total may be long: it has the rest. */
const widths = { number: 124, date: 108, payment: 96 };
const totalWidth =
  contentWidth - 2 * padding.x - 3 * gap - widths.number - widths.date - widths.payment;

const badge = (face: Typeface, order: RecordedOrder): Block => {
  const { label: content, ink, tint } = paymentBadge(order);
  const words = label(face, content, { ...type.badge, colour: ink });
  return padded(words, { x: 7, y: 1.5, backgroundColor: tint, borderRadius: 7 });
};

/** Sets the band, as wide as the page. */
export const facts = (
  face: Typeface,
  order: RecordedOrder,
  { timeZone, money }: Pick<MoneyFormat, 'money'> & { timeZone: string },
): Block => {
  const fact = (heading: string, width: number, value: Block, align?: 'right') =>
    stack([text(face, heading, type.label, width, align), value, space(width, 0)], 2);
  const words = (heading: string, content: string, width: number, align?: 'right') =>
    fact(heading, width, text(face, content, type.strong, width, align), align);
  return padded(
    beside(
      [
        words('Order number', order.orderNumber, widths.number),
        words('Invoice date', longDate(order.dateCreated, timeZone), widths.date),
        fact('Payment', widths.payment, badge(face, order)),
        words('Total', money(order.total), totalWidth, 'right'),
      ],
      gap,
    ),
    { ...padding, backgroundColor: colours.tint, borderRadius: 4 },
  );
};
