/** The order that the document's examples tell of, from its request to its payment. The people in it are invented. */

const id = '0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11';
const dateCreated = '2026-11-20T09:30:00.000Z';
const recordedAt = '2026-11-20T09:30:02.000Z';
const changedAt = '2026-11-20T10:00:05.000Z';

const address = {
  street: '1 Example Street',
  city: 'Cape Town',
  province: 'Western Cape',
  postalCode: '8001',
  country: 'ZA',
};

export const createOrderExample = {
  cartId: 'cart-single-line',
  customerEmail: 'thandi.sample@example.com',
  customerName: 'Thandi Sample',
  customerVatNumber: '4123456789',
  billingAddress: address,
};

export const acceptanceExample = {
  orderId: id,
  orderNumber: 'ORD-20261120-00001',
  status: 'pending',
  message: 'Order accepted for processing',
};

export const updateOrderExample = {
  status: 'paid',
  paymentDetails: {
    method: 'EFT',
    transactionId: 'tx-20261120-1',
    paidAt: '2026-11-20T10:00:00.000Z',
  },
};

export const orderExample = {
  id,
  orderNumber: acceptanceExample.orderNumber,
  tenantId: 'tenant-demo',
  stage: 'recorded',
  status: 'pending',
  ...createOrderExample,
  items: [
    {
      id: 'line-1',
      productId: 'prod-potjie-3',
      productName: 'Cast-iron Potjie, No. 3',
      quantity: 1,
      unitPrice: 1199,
      discount: 0,
      subtotal: 1199,
      active: true,
    },
  ],
  subtotal: 1199,
  discount: 0,
  shipping: 0,
  tax: 179.85,
  total: 1378.85,
  currency: 'ZAR',
  invoiceReady: true,
  version: 2,
  statusHistory: [
    { status: 'pending', at: dateCreated, by: 'user-demo', version: 1 },
    { status: 'pending', at: recordedAt, by: 'system:record-creator', version: 2 },
  ],
  dateCreated,
  dateLastUpdated: recordedAt,
  lastUpdatedBy: 'system:record-creator',
};

/** The order after the change of `updateOrderExample`. */
export const changedOrderExample = {
  ...orderExample,
  ...updateOrderExample,
  version: 3,
  statusHistory: [
    ...orderExample.statusHistory,
    { status: 'paid', at: changedAt, by: 'user-demo', version: 3 },
  ],
  dateLastUpdated: changedAt,
  lastUpdatedBy: 'user-demo',
};

export const orderPageExample = {
  orders: [
    {
      id,
      orderNumber: acceptanceExample.orderNumber,
      status: 'pending',
      total: orderExample.total,
      currency: 'ZAR',
      dateCreated,
    },
  ],
  pagination: { pageSize: 50, totalReturned: 1, nextToken: null, moreAvailable: false },
};

export const invoiceExample = {
  url: 'https://bbws-orders-prod.s3.af-south-1.amazonaws.com/tenant-demo/orders/order.pdf?X-Amz-Expires=300',
  expiresAt: '2026-11-20T09:35:00.000Z',
  orderVersion: 2,
};
