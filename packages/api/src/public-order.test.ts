import { describe, expect, test } from '@jest/globals';
import {
  aCampaign,
  anAcceptedOrder,
  aPayment,
  aRecordedOrder,
  aRejectedOrder,
  sampleTime,
  sampleWriteId,
} from '@bbws/domain/testing/builders';
import { publicOrder, publicSummary } from './public-order.ts';

/** What a client sees. */
const sent = (body: unknown): unknown => JSON.parse(JSON.stringify(body));
const pdf = {
  key: 'tenant-sample/orders/order_1.pdf',
  sha256: 'a'.repeat(64),
  renderedAt: sampleTime,
  orderVersion: 2,
  writeId: sampleWriteId,
};
const common = {
  id: '0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11',
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
  statusHistory: [{ status: 'pending', at: sampleTime, by: 'user-sample', version: 1 }],
  dateCreated: sampleTime,
  dateLastUpdated: sampleTime,
  lastUpdatedBy: 'user-sample',
  invoiceReady: false,
};
const noAmounts = {
  items: [],
  subtotal: null,
  discount: null,
  shipping: null,
  tax: null,
  total: null,
  currency: null,
};

describe('an order as the API shows it', () => {
  test('has no amounts while it is accepted', () => {
    const order = anAcceptedOrder();

    const body = sent(publicOrder(order));

    expect(body).toEqual({
      ...common,
      ...noAmounts,
      stage: 'accepted',
      status: 'pending',
      version: 1,
    });
  });

  test('has decimal amounts when it is recorded', () => {
    const order = aRecordedOrder();

    const body = sent(publicOrder(order));

    expect(body).toEqual({
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
          unitPrice: 50,
          discount: 10,
          subtotal: 140,
          active: true,
        },
        {
          id: 'line-2',
          productId: 'product-tongs',
          productName: 'Braai tongs',
          quantity: 1,
          unitPrice: 60,
          discount: 0,
          subtotal: 60,
          active: true,
        },
      ],
      subtotal: 200,
      discount: 2.61,
      shipping: 20,
      tax: 32.61,
      total: 250,
      currency: 'ZAR',
    });
  });

  test('has its reason and no amounts when it is rejected', () => {
    const order = aRejectedOrder();

    const body = sent(publicOrder(order));

    expect(body).toEqual({
      ...common,
      ...noAmounts,
      stage: 'rejected',
      status: 'failed',
      version: 2,
      rejection: {
        code: 'CART_NOT_FOUND',
        message: 'The cart of this order does not exist or is no longer available.',
      },
    });
  });

  test('has VAT number, campaign, campaign code and payment when there are some', () => {
    const parts = {
      customerVatNumber: '4123456789',
      campaignCode: 'SPRING-26',
      campaign: aCampaign(),
      paymentDetails: aPayment(),
    };

    const body = sent(publicOrder(aRecordedOrder(parts)));

    expect(body).toMatchObject(parts);
  });

  test.each([
    ['recorded', aRecordedOrder({ customerEmailRefusedAt: sampleTime })],
    ['rejected', aRejectedOrder({ customerEmailRefusedAt: sampleTime })],
  ])('says when the customer’s address was refused: %s', (_, order) => {
    const body = sent(publicOrder(order));

    expect(body).toMatchObject({ customerEmailRefusedAt: sampleTime });
  });

  test('says that its invoice is ready, and nothing else of it', () => {
    const order = aRecordedOrder({ pdf });

    const body = sent(publicOrder(order));

    expect(body).toMatchObject({ invoiceReady: true });
    expect(body).not.toHaveProperty('pdf');
  });

  test.each([
    ['accepted', anAcceptedOrder()],
    ['recorded', aRecordedOrder({ pdf, campaign: aCampaign(), paymentDetails: aPayment() })],
    ['rejected', aRejectedOrder()],
  ])('has the same fields in every stage: %s', (_, order) => {
    const fields = Object.keys(publicOrder(order));

    const sorted = fields.toSorted();

    expect(sorted).toEqual(
      [
        ...Object.keys({ ...common, ...noAmounts }),
        ...['stage', 'status', 'version', 'campaignCode', 'campaign'],
        ...['paymentDetails', 'rejection', 'customerEmailRefusedAt', 'customerVatNumber'],
      ].toSorted(),
    );
  });

  test('tells nobody which write made an entry of its history', () => {
    const order = aRecordedOrder({ pdf });

    const text = JSON.stringify(publicOrder(order));

    expect(text).not.toContain('writeId');
  });

  test.each([
    ['JPY', 25000, 25000],
    ['BHD', 25000, 25],
    ['BHD', 25001, 25.001],
    ['CLF', 25001, 2.5001],
  ])('has the decimals of %s', (currency, total, expected) => {
    const order = aRecordedOrder({ currency, total });

    const body = publicOrder(order);

    expect(body.total).toBe(expected);
  });
});

describe('an order as the list shows it', () => {
  const { id, orderNumber, dateCreated } = common;

  test('has its total when it is recorded', () => {
    const summary = publicSummary(aRecordedOrder());

    const body = sent(summary);

    expect(body).toEqual({
      id,
      orderNumber,
      status: 'pending',
      total: 250,
      currency: 'ZAR',
      dateCreated,
    });
  });

  test.each([
    ['accepted', anAcceptedOrder(), 'pending'],
    ['rejected', aRejectedOrder(), 'failed'],
  ])('has no total while it is %s', (_, order, status) => {
    const summary = publicSummary(order);

    const body = sent(summary);

    expect(body).toEqual({ id, orderNumber, status, total: null, currency: null, dateCreated });
  });

  test('has no total without a currency', () => {
    const summary = { id, orderNumber, status: 'paid', total: 25000, dateCreated };

    const body = publicSummary(summary);

    expect(body.total).toBeNull();
  });
});
