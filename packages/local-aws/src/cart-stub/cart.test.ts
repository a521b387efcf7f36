import { describe, expect, test } from '@jest/globals';
import { makeCart } from './cart.ts';

const tea = { productId: 'p-1', productName: 'Rooibos Tea', priceCents: 5_499 };
const names = { cartId: 'cart-1', tenantId: 'tenant-1' };

describe('a cart', () => {
  test('has decimal numbers, computed in cents', () => {
    expect(makeCart(names, { lines: [{ product: tea, quantity: 3, discountCents: 100 }] })).toEqual(
      {
        ...names,
        items: [
          {
            id: 'line-1',
            productId: 'p-1',
            productName: 'Rooibos Tea',
            quantity: 3,
            unitPrice: 54.99,
            discount: 1,
            subtotal: 163.97,
          },
        ],
        subtotal: 163.97,
        tax: 24.6,
        total: 188.57,
        currency: 'ZAR',
      },
    );
  });

  test('takes off its campaign and adds shipping before the tax', () => {
    const campaign = {
      campaignCode: 'TEN',
      description: 'Ten per cent off',
      discountPercentage: 10,
      termsConditionsUrl: 'https://example.com/ten',
      fromDate: '2026-01-01',
      toDate: '2026-12-31',
    };

    const cart = makeCart(names, {
      lines: [{ product: tea, quantity: 1 }],
      shippingCents: 5_000,
      campaign,
    });

    expect(cart).toMatchObject({
      subtotal: 54.99,
      discount: 5.5,
      shipping: 50,
      tax: 14.92,
      total: 114.41,
      campaign,
    });
  });
});
