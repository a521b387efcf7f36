/** Carts as the Cart API answers them. */

/** A cart that adds up: two lines, R 250.00 in all. */
export const sampleCart = (changes: object = {}) => ({
  cartId: 'cart-sample',
  tenantId: 'tenant-sample',
  items: [
    {
      id: 'line-1',
      productId: 'product-rooibos',
      productName: 'Rooibos tea, 80 bags',
      quantity: 3,
      unitPrice: 50,
      discount: 10,
      subtotal: 140,
    },
    {
      id: 'line-2',
      productId: 'product-tongs',
      productName: 'Braai tongs',
      quantity: 1,
      unitPrice: 60,
      discount: 0,
      subtotal: 60,
    },
  ],
  subtotal: 200,
  discount: 2.61,
  shipping: 20,
  tax: 32.61,
  total: 250,
  currency: 'ZAR',
  ...changes,
});
