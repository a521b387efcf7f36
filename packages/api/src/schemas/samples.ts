/** The order that the document's examples tell of. The people in it are invented. */

const id = '0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11';
const dateCreated = '2026-11-20T09:30:00.000Z';

const address = {
  street: '1 Example Street',
  city: 'Cape Town',
  province: 'Western Cape',
  postalCode: '8001',
  country: 'ZA',
};

export const createOrderExample = {
  cartId: 'cart-campaign',
  customerEmail: 'thandi.sample@example.com',
  customerName: 'Thandi Sample',
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
    paidAt: '2026-11-20T10:00:00Z',
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
      productId: 'prod-braai-tongs',
      productName: 'Braai Tongs, stainless steel, 45 cm',
      quantity: 1,
      unitPrice: 189.5,
      discount: 0,
      subtotal: 189.5,
      active: true,
    },
  ],
  subtotal: 189.5,
  discount: 0,
  shipping: 0,
  tax: 28.43,
  total: 217.93,
  currency: 'ZAR',
  invoiceReady: true,
  version: 2,
  statusHistory: [
    { status: 'pending', at: dateCreated, by: 'user-demo', version: 1 },
    { status: 'pending', at: '2026-11-20T09:30:02.000Z', by: 'system:record-creator', version: 2 },
  ],
  dateCreated,
  dateLastUpdated: '2026-11-20T09:30:02.000Z',
  lastUpdatedBy: 'system:record-creator',
};

export const orderPageExample = {
  orders: [
    {
      id,
      orderNumber: acceptanceExample.orderNumber,
      status: 'pending',
      total: 217.93,
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
