/** An order as the API shows it: decimal numbers, and nothing that the service keeps for itself. */
import type { Currency } from '@bbws/domain/currency';
import { toDecimalNumber } from '@bbws/domain/money';
import type { Order, RecordedOrder } from '@bbws/domain/order';
import type * as v from 'valibot';
import type { OrderAnswer } from './schemas/order.ts';

export type PublicOrder = v.InferOutput<typeof OrderAnswer>;

/** The public form of an order in any stage. Until it is recorded its amounts are null. */
export const publicOrder = (order: Order): PublicOrder => ({
  id: order.id,
  orderNumber: order.orderNumber,
  tenantId: order.tenantId,
  stage: order.stage,
  status: order.status,
  customerEmail: order.customerEmail,
  customerEmailRefusedAt: order.customerEmailRefusedAt,
  customerName: order.customerName,
  customerVatNumber: order.customerVatNumber,
  cartId: order.cartId,
  campaignCode: order.campaignCode,
  billingAddress: order.billingAddress,
  ...(order.stage === 'recorded' ? amountsOf(order) : unknownAmounts),
  paymentDetails: order.stage === 'recorded' ? order.paymentDetails : undefined,
  rejection: order.stage === 'rejected' ? order.rejection : undefined,
  invoiceReady: order.stage === 'recorded' && order.pdf !== undefined,
  version: order.version,
  statusHistory: order.statusHistory.map(({ status, at, by, version }) => ({
    status,
    at,
    by,
    version,
  })),
  dateCreated: order.dateCreated,
  dateLastUpdated: order.dateLastUpdated,
  lastUpdatedBy: order.lastUpdatedBy,
});

const unknownAmounts = {
  items: [],
  subtotal: null,
  discount: null,
  shipping: null,
  tax: null,
  total: null,
  currency: null,
  campaign: undefined,
};

const amountsOf = (order: RecordedOrder) => {
  const decimal = (amount: number) => toDecimalNumber(amount, order.currency);
  return {
    items: order.items.map((line) => ({
      ...line,
      unitPrice: decimal(line.unitPrice),
      discount: decimal(line.discount),
      subtotal: decimal(line.subtotal),
    })),
    subtotal: decimal(order.subtotal),
    discount: decimal(order.discount),
    shipping: decimal(order.shipping),
    tax: decimal(order.tax),
    total: decimal(order.total),
    currency: order.currency,
    campaign: order.campaign,
  };
};

/** An order as the list shows it. */
export const publicSummary = (summary: {
  readonly id: string;
  readonly orderNumber: string;
  readonly status: string;
  readonly total?: number | undefined;
  readonly currency?: Currency | undefined;
  readonly dateCreated: string;
}) => {
  const { id, orderNumber, status, total, currency, dateCreated } = summary;
  return {
    id,
    orderNumber,
    status,
    total: total === undefined || currency === undefined ? null : toDecimalNumber(total, currency),
    currency: currency ?? null,
    dateCreated,
  };
};
