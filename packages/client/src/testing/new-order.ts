/** A sample of what a checkout sends; the person in it is invented. */
import type { NewOrder } from '../types.ts';

export const aNewOrder = (changes: Partial<NewOrder> = {}): NewOrder => ({
  cartId: 'cart-rooibos',
  customerEmail: 'thandi.sample@example.com',
  customerName: 'Thandi Sample',
  billingAddress: {
    street: '1 Example Street',
    city: 'Cape Town',
    province: 'Western Cape',
    postalCode: '8001',
    country: 'ZA',
  },
  ...changes,
});
