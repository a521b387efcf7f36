/** The mail that tells the internal team of a new or a rejected order (R-EVT-10). */
import { amountFormat } from '@bbws/domain/amount-format';
import type { RecordedOrder, RejectedOrder } from '@bbws/domain/order';
import { count, dayAndTime } from './format.ts';
import { orderNotification } from './generated/templates.ts';
import { type Mail, renderMail } from './render.ts';
import { type InternalMailSettings, orderPage } from './settings.ts';
import type { Template } from './template.ts';

const counted = (value: number, one: string, several: string): string =>
  `${count(value)} ${value === 1 ? one : several}`;

const contentOf = (order: RecordedOrder | RejectedOrder) => {
  if (order.stage === 'rejected') {
    const { code, message } = order.rejection;
    // A rejected order has no lines and no amounts of its own.
    return { itemCount: 'Not known', total: 'Not known', rejection: { code, reason: message } };
  }
  const pieces = order.items.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    itemCount: `${counted(order.items.length, 'line', 'lines')}, ${counted(pieces, 'piece', 'pieces')}`,
    total: amountFormat(order.currency)(order.total),
  };
};

/** Tells the internal team of an order that was recorded, or rejected and why. */
export const internalNotification = (
  order: RecordedOrder | RejectedOrder,
  settings: InternalMailSettings,
  template: Template = orderNotification,
): Mail => {
  const heading = order.stage === 'rejected' ? 'Order Rejected' : 'New Order Received';
  return renderMail<'internal/order_notification'>(
    `${heading}: ${order.orderNumber}`,
    {
      heading,
      ...contentOf(order),
      orderNumber: order.orderNumber,
      orderDate: dayAndTime(order.dateCreated, settings.timeZone),
      customerName: order.customerName ?? 'Not given',
      customerEmail: order.customerEmail,
      adminUrl: orderPage(settings.adminUrl, order.id),
    },
    template,
  );
};
