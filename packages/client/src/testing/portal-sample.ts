/** The client as a portal uses it: compiled with the types of a browser, run by the tests. */
import { OrderApiError, OrderWaitError, type NewOrder, type OrderClient } from '../index.ts';

/** What the page shows after "Place order". `checkoutId` was made when the page was opened: a second click is no second order. */
export const placeOrder = async (client: OrderClient, order: NewOrder, checkoutId: string) => {
  try {
    const { orderId, orderNumber } = await client.createOrder(order, {
      idempotencyKey: checkoutId,
    });
    const { total, currency } = await client.waitUntilRecorded(orderId);
    return `${orderNumber}: ${currency} ${total.toFixed(2)}`;
  } catch (error) {
    if (error instanceof OrderWaitError && error.code === 'ORDER_REJECTED')
      return error.order?.rejection?.message ?? error.message;
    if (error instanceof OrderApiError && error.code === 'INVALID_REQUEST')
      return error.errors.map(({ path, message }) => `${path}: ${message}`).join('\n');
    throw error;
  }
};

/** Marks an order as paid unless somebody changed it meanwhile (VERSION_STALE). */
export const markPaid = async (client: OrderClient, orderId: string, transactionId: string) => {
  const { order, etag } = await client.getOrder(orderId);
  if (order.status !== 'pending') return order.status;
  const paymentDetails = { method: 'EFT', transactionId, paidAt: new Date().toISOString() };
  const change = { status: 'paid', paymentDetails } as const;
  const paid = await client.updateOrder(orderId, change, { ifMatch: etag });
  return paid.order.status;
};

/** The numbers of all orders that wait for their payment, newest first. */
export const unpaidOrders = async (client: OrderClient, tenantId: string) => {
  const numbers: string[] = [];
  for await (const { orderNumber } of client.orders(tenantId, { status: 'pending', pageSize: 2 }))
    numbers.push(orderNumber);
  return numbers;
};
