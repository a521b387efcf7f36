/** What the types refuse, and rightly: the service refuses the calls too, and the reads give nothing. */
import type { NewOrder, Order, OrderClient, OrderWaitError } from '../index.ts';

type Sample = {
  readonly client: OrderClient;
  readonly order: NewOrder;
  readonly orderId: string;
  readonly tenantId: string;
};

export const wrongCalls: Readonly<Record<string, (sample: Sample) => Promise<unknown>>> = {
  'a field that no order has': ({ client, order }) =>
    // @ts-expect-error there is no coupon
    client.createOrder({ ...order, coupon: 'TEN' }),

  'an order without its cart': ({ client, order: { customerEmail, billingAddress } }) =>
    // @ts-expect-error cartId is required
    client.createOrder({ customerEmail, billingAddress }),

  'a country that does not exist': ({ client, order }) =>
    // @ts-expect-error countries are those of ISO 3166-1
    client.createOrder({ ...order, billingAddress: { ...order.billingAddress, country: 'XX' } }),

  'a status that does not exist': ({ client, orderId }) =>
    // @ts-expect-error an order is never shipped
    client.updateOrder(orderId, { status: 'shipped' }),

  'a field that cannot change': ({ client, orderId }) =>
    // @ts-expect-error only status and paymentDetails change
    client.updateOrder(orderId, { total: 1 }),

  'a payment without its date': ({ client, orderId }) =>
    // @ts-expect-error paidAt is required
    client.updateOrder(orderId, { paymentDetails: { method: 'EFT', transactionId: 'tx-1' } }),

  'a list of a status that does not exist': ({ client, tenantId }) =>
    // @ts-expect-error an order is never shipped
    client.listOrders(tenantId, { status: 'shipped' }),
};

export const wrongReads = {
  // @ts-expect-error an amount is null until the order is recorded
  amountAsText: (order: Order) => order.total.toFixed(2),

  // @ts-expect-error an order is never shipped
  isShipped: (order: Order) => order.status === 'shipped',

  // @ts-expect-error it is orderNumber
  typeOfNumber: (order: Order) => typeof order.orderNo,

  // @ts-expect-error a code of another API
  isGone: (error: OrderWaitError) => error.code === 'GONE',
};
