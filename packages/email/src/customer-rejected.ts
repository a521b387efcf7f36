/** The mail that tells a customer why their order was not placed, and what to do next (R-EVT-08). */
import type { RejectedOrder } from '@bbws/domain/order';
import type { RejectionCode } from '@bbws/domain/rejection';
import { day } from './format.ts';
import { orderRejected } from './generated/templates.ts';
import { type Mail, renderMail } from './render.ts';
import { type CustomerMailSettings, nameOf } from './settings.ts';
import type { Template } from './template.ts';

const nextSteps: Readonly<Record<RejectionCode, string>> = {
  CART_NOT_FOUND: 'Fill a new cart in the portal and place the order again.',
  CART_OF_OTHER_TENANT:
    'Sign in to the portal with the account of the organisation that you order for, and place the order from its cart.',
  CART_CONTENT_INVALID:
    'Check the names, quantities and prices in your cart and place the order again. If this happens twice, please write to us.',
  CART_SUMS_WRONG:
    'Open your cart in the portal, check the amounts and place the order again. If this happens twice, please write to us.',
  CART_EMPTY: 'Fill your cart in the portal and place the order again.',
  CART_TOO_LARGE: 'Split your cart into several orders of at most 100 lines each.',
};

/** Tells a customer that an order was rejected. Its button leads to the portal, where an order can be placed again. */
export const customerRejected = (
  order: RejectedOrder,
  settings: CustomerMailSettings,
  template: Template = orderRejected,
): Mail =>
  renderMail<'customer/order_rejected'>(
    `Order Not Placed: ${order.orderNumber}`,
    {
      customerName: nameOf(order),
      orderNumber: order.orderNumber,
      orderDate: day(order.dateCreated, settings.timeZone),
      reason: order.rejection.message,
      nextStep: nextSteps[order.rejection.code],
      portalUrl: settings.portalUrl,
      supportAddress: settings.supportAddress,
    },
    template,
  );
