/** Sample orders, carts and events for tests. Every one is parsed by the production schema; the people in them are invented. */
import * as v from 'valibot';
import { Campaign } from '../campaign.ts';
import { Cart } from '../cart.ts';
import { TenantId } from '../identifiers.ts';
import { LinkKey } from '../link-key.ts';
import { AcceptedOrder, InvoiceNote, RecordedOrder, RejectedOrder } from '../order.ts';
import { OrderEvent, type OrderEventType } from '../order-event.ts';
import { PaymentDetails } from '../payment-details.ts';
import { rejectionFor } from '../rejection.ts';

export const sampleOrderId = '0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11';
export const sampleWriteId = '5a0e2d34-9a8b-4f0f-8a44-0d3f1c2b7e90';
export const sampleTime = '2026-11-20T09:30:00.000Z';

/** A tenant id; each test takes its own, so that tests share nothing. */
export const aTenantId = (id = 'tenant-sample'): TenantId => v.parse(TenantId, id);

/** A link key that is `letter` 43 times. */
export const aLinkKey = (letter = 'k'): LinkKey => v.parse(LinkKey, letter.repeat(43));

const common = {
  id: sampleOrderId,
  orderNumber: 'ORD-20261120-00001',
  tenantId: 'tenant-sample',
  customerEmail: 'thandi.sample@example.com',
  customerName: 'Thandi Sample',
  cartId: 'cart-sample',
  billingAddress: {
    street: '1 Example Street',
    city: 'Cape Town',
    province: 'Western Cape',
    postalCode: '8001',
    country: 'ZA',
  },
  version: 1,
  statusHistory: [
    { status: 'pending', at: sampleTime, by: 'user-sample', version: 1, writeId: sampleWriteId },
  ],
  dateCreated: sampleTime,
  dateLastUpdated: sampleTime,
  lastUpdatedBy: 'user-sample',
  active: true,
};

export const anAcceptedOrder = (changes: object = {}): AcceptedOrder =>
  v.parse(AcceptedOrder, { ...common, stage: 'accepted', status: 'pending', ...changes });

/** Two lines, R 250.00 in all: 3 x 50.00 - 10.00 + 60.00 = 200.00, shipping 20.00 - discount 2.61, VAT 32.61. */
export const aRecordedOrder = (changes: object = {}): RecordedOrder =>
  v.parse(RecordedOrder, {
    ...common,
    stage: 'recorded',
    status: 'pending',
    version: 2,
    items: [
      {
        id: 'line-1',
        productId: 'product-rooibos',
        productName: 'Rooibos tea, 80 bags',
        quantity: 3,
        unitPrice: 5000,
        discount: 1000,
        subtotal: 14000,
        active: true,
      },
      {
        id: 'line-2',
        productId: 'product-tongs',
        productName: 'Braai tongs',
        quantity: 1,
        unitPrice: 6000,
        discount: 0,
        subtotal: 6000,
        active: true,
      },
    ],
    subtotal: 20000,
    discount: 261,
    shipping: 2000,
    tax: 3261,
    total: 25000,
    currency: 'ZAR',
    ...changes,
  });

/** The newest rendering of the sample order's invoice. */
export const anInvoiceNote = (changes: object = {}): InvoiceNote =>
  v.parse(InvoiceNote, {
    key: `tenant-sample/orders/order_${sampleOrderId}.pdf`,
    sha256: 'a'.repeat(64),
    renderedAt: sampleTime,
    orderVersion: 2,
    writeId: sampleWriteId,
    ...changes,
  });

export const aRejectedOrder = (changes: object = {}): RejectedOrder =>
  v.parse(RejectedOrder, {
    ...common,
    stage: 'rejected',
    status: 'failed',
    version: 2,
    rejection: rejectionFor('CART_NOT_FOUND'),
    ...changes,
  });

export const anEvent = (type: OrderEventType, changes: object = {}): OrderEvent =>
  v.parse(OrderEvent, {
    id: '9d3c7a52-1c53-4b0e-8f43-6f1f5f7c2a10',
    type,
    schemaVersion: 1,
    occurredAt: sampleTime,
    tenantId: 'tenant-sample',
    orderId: sampleOrderId,
    orderVersion: type === 'order.accepted' ? 1 : 2,
    correlationId: 'correlation-sample',
    ...(type === 'order.status-changed' && { paymentChanged: false }),
    ...changes,
  });

export const aPayment = (changes: object = {}): PaymentDetails =>
  v.parse(PaymentDetails, {
    method: 'EFT',
    transactionId: 'transaction-sample',
    paidAt: sampleTime,
    ...changes,
  });

export const aCampaign = (changes: object = {}): Campaign =>
  v.parse(Campaign, {
    campaignCode: 'SPRING-26',
    description: 'Spring sale',
    discountPercentage: 12.5,
    termsConditionsUrl: 'https://example.com/terms',
    fromDate: '2026-09-01',
    toDate: '2026-11-30',
    ...changes,
  });

/** A line of a cart as the Cart API writes it: one pot of honey for 85.00. */
export const aCartLine = (changes: object = {}) => ({
  id: 'line-honey',
  productId: 'product-honey',
  productName: 'Fynbos honey',
  quantity: 1,
  unitPrice: 85,
  discount: 0,
  subtotal: 85,
  ...changes,
});

/** The cart that `aRecordedOrder` is made from. */
export const aCart = (changes: object = {}): Cart =>
  v.parse(Cart, {
    cartId: 'cart-sample',
    tenantId: 'tenant-sample',
    items: [
      aCartLine({
        id: 'line-1',
        productId: 'product-rooibos',
        productName: 'Rooibos tea, 80 bags',
        quantity: 3,
        unitPrice: 50,
        discount: 10,
        subtotal: 140,
      }),
      aCartLine({
        id: 'line-2',
        productId: 'product-tongs',
        productName: 'Braai tongs',
        unitPrice: 60,
        subtotal: 60,
      }),
    ],
    subtotal: 200,
    discount: 2.61,
    shipping: 20,
    tax: 32.61,
    total: 250,
    currency: 'ZAR',
    ...changes,
  });
