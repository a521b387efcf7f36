/** Sample requests for tests; the people in them are invented. */

export const aBillingAddress = (changes: object = {}) => ({
  street: '1 Example Street',
  city: 'Cape Town',
  province: 'Western Cape',
  postalCode: '8001',
  country: 'ZA',
  ...changes,
});

/** A body of POST /v1.0/orders with the required fields. */
export const aCreateOrderRequest = (changes: object = {}) => ({
  cartId: 'cart-sample',
  customerEmail: 'thandi.sample@example.com',
  billingAddress: aBillingAddress(),
  ...changes,
});
