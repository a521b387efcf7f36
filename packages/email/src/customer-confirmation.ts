/** The mail that confirms a recorded order to its customer (R-EVT-11). */
import { amountFormat } from '@bbws/domain/amount-format';
import type { RecordedOrder } from '@bbws/domain/order';
import { count, day } from './format.ts';
import { orderConfirmation } from './generated/templates.ts';
import { type Mail, renderMail } from './render.ts';
import { type CustomerMailSettings, nameOf, orderPage } from './settings.ts';
import type { Template } from './template.ts';
import type { LineView, OrderConfirmationView } from './views.ts';

type AmountFormat = ReturnType<typeof amountFormat>;

const lineView = (line: RecordedOrder['items'][number], amount: AmountFormat): LineView => ({
  productName: line.productName,
  quantity: count(line.quantity),
  unitPrice: amount(line.unitPrice),
  ...(line.discount > 0 && { lineDiscount: { amount: amount(line.discount) } }),
  lineTotal: amount(line.subtotal),
});

const amountsView = (order: RecordedOrder, amount: AmountFormat) => ({
  lines: order.items.map((line) => lineView(line, amount)),
  subtotal: amount(order.subtotal),
  ...(order.discount > 0 && { discount: { deduction: amount(-order.discount) } }),
  shipping: amount(order.shipping),
  vat: amount(order.tax),
  total: amount(order.total),
});

const campaignView = ({ campaign }: RecordedOrder): Pick<OrderConfirmationView, 'campaign'> =>
  campaign ? { campaign: { code: campaign.campaignCode, description: campaign.description } } : {};

/**
 * Confirms a recorded order, with its lines, amounts and campaign.
 * @param links.invoiceUrl where the customer can download the invoice for 7 days; without it the mail does not mention one
 * @param template another version of the template than the bundled one
 */
export const customerConfirmation = (
  order: RecordedOrder,
  settings: CustomerMailSettings,
  { invoiceUrl }: { readonly invoiceUrl?: string | undefined } = {},
  template: Template = orderConfirmation,
): Mail =>
  renderMail<'customer/order_confirmation'>(
    `Order Confirmation: ${order.orderNumber}`,
    {
      customerName: nameOf(order),
      orderNumber: order.orderNumber,
      orderDate: day(order.dateCreated, settings.timeZone),
      ...amountsView(order, amountFormat(order.currency)),
      ...campaignView(order),
      ...(invoiceUrl !== undefined && { invoice: { url: invoiceUrl } }),
      trackingUrl: orderPage(settings.portalUrl, order.id),
      supportAddress: settings.supportAddress,
    },
    template,
  );
