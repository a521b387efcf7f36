/** The mail that tells a customer of a new status of their order (R-EVT-11). */
import { amountFormat } from '@bbws/domain/amount-format';
import type { RecordedOrder, StatusChange } from '@bbws/domain/order';
import type { OrderStatus } from '@bbws/domain/order-status';
import { dayAndTime } from './format.ts';
import { orderStatusUpdate } from './generated/templates.ts';
import { type Mail, renderMail } from './render.ts';
import { type CustomerMailSettings, nameOf, orderPage } from './settings.ts';
import type { Template } from './template.ts';
import type { OrderStatusUpdateView } from './views.ts';

type Words = {
  readonly statusLabel: string;
  readonly tone: OrderStatusUpdateView['tone'];
  readonly heading: string;
  readonly explanation: string;
};

const words: Readonly<Record<OrderStatus, Words>> = {
  pending: {
    statusLabel: 'Waiting for payment',
    tone: 'calm',
    heading: 'We have your order',
    explanation:
      'Your order is recorded. We will start preparing it when your payment has arrived.',
  },
  paid: {
    statusLabel: 'Paid',
    tone: 'good',
    heading: 'We have received your payment',
    explanation: 'Thank you. We will tell you when we start preparing your order.',
  },
  processing: {
    statusLabel: 'In preparation',
    tone: 'calm',
    heading: 'We are preparing your order',
    explanation: 'Your order is being prepared. We will tell you when it is complete.',
  },
  completed: {
    statusLabel: 'Completed',
    tone: 'good',
    heading: 'Your order is complete',
    explanation: 'Everything in this order is done. Thank you for your business.',
  },
  cancelled: {
    statusLabel: 'Cancelled',
    tone: 'closed',
    heading: 'Your order was cancelled',
    explanation:
      'Nothing more will happen to this order. If you did not expect this, please write to us.',
  },
  failed: {
    statusLabel: 'Failed',
    tone: 'closed',
    heading: 'Your order could not be completed',
    explanation:
      'We could not complete this order and have closed it. You can place it again in the portal.',
  },
  refunded: {
    statusLabel: 'Refunded',
    tone: 'calm',
    heading: 'Your order was refunded',
    explanation: 'We have refunded this order. Your bank may take some days to show the amount.',
  },
};

/**
 * Tells a customer that their order has the status of `change` since `change.at`. The mail is about that change, not about
 * the order's present status: the caller decides whether it is still worth sending.
 */
export const customerStatusUpdate = (
  order: RecordedOrder,
  change: Pick<StatusChange, 'status' | 'at'>,
  settings: CustomerMailSettings,
  template: Template = orderStatusUpdate,
): Mail =>
  renderMail<'customer/order_status_update'>(
    `Order Update: ${order.orderNumber}`,
    {
      customerName: nameOf(order),
      orderNumber: order.orderNumber,
      ...words[change.status],
      changedAt: dayAndTime(change.at, settings.timeZone),
      total: amountFormat(order.currency)(order.total),
      trackingUrl: orderPage(settings.portalUrl, order.id),
      supportAddress: settings.supportAddress,
    },
    template,
  );
