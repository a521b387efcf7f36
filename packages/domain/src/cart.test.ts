import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { Cart, checkCart } from './cart.ts';
import { amountsAddUp } from './order-amounts.ts';
import { aCampaign, aCart, aCartLine, aRecordedOrder, aTenantId } from './testing/builders.ts';

const expected = { tenantId: aTenantId(), cartId: 'cart-sample' };
const check = (changes: object = {}) => checkCart(aCart(changes), expected);
/** A cart with nothing but these lines, whose sums are `sum`. */
const checkLines = (items: readonly object[], sum: number, changes: object = {}) =>
  check({ items, subtotal: sum, discount: 0, shipping: 0, tax: 0, total: sum, ...changes });
const rejected = (rejection: string) => ({ ok: false, rejection });

describe('a cart that adds up', () => {
  test('becomes the amounts of an order, in minor units', () => {
    const { items, subtotal, discount, shipping, tax, total, currency } = aRecordedOrder();

    const checked = check();

    expect(checked).toEqual({
      ok: true,
      amounts: { items, subtotal, discount, shipping, tax, total, currency },
    });
  });

  test.each([
    ['JPY', 85, 85],
    ['BHD', 85.123, 85123],
    ['CLF', 85.1234, 851234],
  ])('in %s has the minor units of its currency', (currency, price, minor) => {
    const line = aCartLine({ unitPrice: price, subtotal: price });

    const checked = checkLines([line], price, { currency });

    expect(checked).toMatchObject({ ok: true, amounts: { currency, total: minor } });
  });

  test('may have 100 lines', () => {
    const lines = Array.from({ length: 100 }, (_, at) => aCartLine({ id: `line-${at}` }));

    const checked = checkLines(lines, 8500);

    expect(checked.ok).toBe(true);
  });

  test('hands its campaign on', () => {
    const campaign = aCampaign();

    const checked = check({ campaign });

    expect(checked).toMatchObject({ ok: true, amounts: { campaign } });
  });

  test('is accepted whatever its lines, without a floating-point error', () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 });
    const lines = fc.array(fc.tuple(cents, fc.integer({ min: 1, max: 50 })), {
      minLength: 1,
      maxLength: 20,
    });

    const checkCents = (list: [number, number][]) => {
      const items = list.map(([price, quantity]) =>
        aCartLine({ quantity, unitPrice: price / 100, subtotal: (price * quantity) / 100 }),
      );
      const sum = list.reduce((total, [price, quantity]) => total + price * quantity, 0);
      return { checked: checkLines(items, sum / 100), sum };
    };

    fc.assert(
      fc.property(lines, (list) => {
        const { checked, sum } = checkCents(list);
        expect(checked).toMatchObject({ ok: true, amounts: { total: sum } });
        expect(checked.ok && amountsAddUp(checked.amounts)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a cart is rejected', () => {
  test.each([
    ['another tenant', { tenantId: 'tenant-other' }],
    ['the tenant in other letters', { tenantId: 'TENANT-SAMPLE' }],
    ['another cart', { cartId: 'cart-other' }],
  ])('when it is that of %s', (_, changes) => {
    const checked = check(changes);

    expect(checked).toEqual(rejected('CART_OF_OTHER_TENANT'));
  });

  test('when it is empty', () => {
    const checked = checkLines([], 0);

    expect(checked).toEqual(rejected('CART_EMPTY'));
  });

  test('when it has 101 lines', () => {
    const lines = Array.from({ length: 101 }, () => aCartLine());

    const checked = checkLines(lines, 8585);

    expect(checked).toEqual(rejected('CART_TOO_LARGE'));
  });

  test('for being another tenant’s before anything else', () => {
    const checked = check({ tenantId: 'tenant-other', items: [], total: 1 });

    expect(checked).toEqual(rejected('CART_OF_OTHER_TENANT'));
  });

  test.each([
    ['the subtotal', { subtotal: 200.01 }],
    ['the total', { total: 249.99 }],
    ['the discount', { discount: 2.6 }],
    ['the shipping', { shipping: 0 }],
    ['the tax', { tax: 32.62 }],
    ['the subtotal and the total alike', { subtotal: 200.01, total: 250.01 }],
  ])('when %s is wrong', (_, changes) => {
    const checked = check(changes);

    expect(checked).toEqual(rejected('CART_SUMS_WRONG'));
  });

  test.each([
    ['its subtotal is wrong', { subtotal: 85.01 }],
    ['its discount is left out', { discount: 1 }],
    ['its quantity is left out', { quantity: 2 }],
    ['its price is wrong', { unitPrice: 84.99 }],
  ])('for a line when %s, though the sums above it are right', (_, changes) => {
    const line = aCartLine(changes);

    const checked = checkLines([line], line.subtotal);

    expect(checked).toEqual(rejected('CART_SUMS_WRONG'));
  });

  test.each([
    ['JPY', 85.5],
    ['ZAR', 85.001],
    ['BHD', 85.1234],
    ['ZAR', 1e-7],
  ])('when an amount has more decimals than %s: %p', (currency, price) => {
    const line = aCartLine({ unitPrice: price, subtotal: price });

    const checked = checkLines([line], price, { currency });

    expect(checked).toEqual(rejected('CART_CONTENT_INVALID'));
  });

  test.each([
    ['a price', { unitPrice: 1e10 + 1, subtotal: 1e10 + 1 }],
    ['a price in scientific notation', { unitPrice: 1e300, subtotal: 1e300 }],
    ['a quantity', { quantity: 1_000_001, unitPrice: 0, subtotal: 0 }],
    ['an unsafe quantity', { quantity: 1e300, unitPrice: 0, subtotal: 0 }],
  ])('when %s is huge', (_, changes) => {
    const line = aCartLine(changes);

    const checked = checkLines([line], line.subtotal);

    expect(checked).toEqual(rejected('CART_CONTENT_INVALID'));
  });

  test('when price times quantity is huge', () => {
    const line = aCartLine({ quantity: 1_000_000, unitPrice: 1e10, subtotal: 1e10 });

    const checked = checkLines([line], line.subtotal);

    expect(checked).toEqual(rejected('CART_SUMS_WRONG'));
  });

  test('when lines within bounds have a sum beyond them', () => {
    const lines = [1, 2].map(() => aCartLine({ unitPrice: 1e10, subtotal: 1e10 }));

    const checked = checkLines(lines, 2e10);

    expect(checked).toEqual(rejected('CART_CONTENT_INVALID'));
  });
});

describe('a product name', () => {
  test.each([
    ['over two lines', 'Rooibos tea,\r\n80 bags'],
    ['with a null', 'Rooibos tea,\u000080 bags'],
    ['with a line separator', 'Rooibos tea,\u202880 bags'],
    ['with a right-to-left override', 'Rooibos tea,\u202E80 bags'],
    ['with many spaces', '  Rooibos   tea, \t 80 bags '],
  ])('%s becomes one line', (_, productName) => {
    const checked = checkLines([aCartLine({ productName })], 85);

    expect(checked).toMatchObject({
      ok: true,
      amounts: { items: [{ productName: 'Rooibos tea, 80 bags' }] },
    });
  });

  test('with half a surrogate pair is mended', () => {
    const productName = 'Tea \uD83C';

    const checked = checkLines([aCartLine({ productName })], 85);

    expect(checked).toMatchObject({
      ok: true,
      amounts: { items: [{ productName: 'Tea \uFFFD' }] },
    });
  });

  test.each([
    ['a card number', 'Gift for 4111 1111 1111 1111'],
    ['nothing that is printed', '\n'],
    ['more than 200 characters', 'x'.repeat(201)],
  ])('with %s is never recorded', (_, productName) => {
    const checked = checkLines([aCartLine({ productName })], 85);

    expect(checked).toEqual(rejected('CART_CONTENT_INVALID'));
  });

  test('that looks like a card number is fine for a product id', () => {
    const checked = checkLines([aCartLine({ productId: '4111111111111111' })], 85);

    expect(checked.ok).toBe(true);
  });
});

describe('the answer of the Cart API', () => {
  test('is read without the fields that are not known', () => {
    const cart = aCart({ loyaltyPoints: 12 });

    const fields = Object.keys(cart);

    expect(fields).not.toContain('loyaltyPoints');
  });

  test('may leave out what is optional', () => {
    const optional = ['discount', 'shipping', 'currency', 'campaign'];
    const fields = Object.entries(aCart()).filter(([name]) => !optional.includes(name));

    const cart = v.parse(Cart, Object.fromEntries(fields));

    expect(cart).toMatchObject({ discount: 0, shipping: 0, currency: 'ZAR' });
  });

  test('may be null where it is optional', () => {
    const cart = aCart({ discount: null, shipping: null, campaign: null, total: 232.61 });

    const checked = checkCart(cart, expected);

    expect(checked.ok).toBe(true);
  });

  test('may leave out the discount of a line', () => {
    const cart = aCart({ items: [aCartLine({ discount: undefined })] });

    const discounts = cart.items.map(({ discount }) => discount);

    expect(discounts).toEqual([0]);
  });

  test('may describe its campaign over two lines', () => {
    const campaign = { ...aCampaign(), description: 'Spring\nsale' };

    const cart = aCart({ campaign });

    expect(cart.campaign?.description).toBe('Spring sale');
  });

  test.each([
    ['a negative price', { items: [aCartLine({ unitPrice: -1 })] }],
    ['a price in text', { items: [aCartLine({ unitPrice: '85.00' })] }],
    ['no quantity', { items: [aCartLine({ quantity: undefined })] }],
    ['a quantity of zero', { items: [aCartLine({ quantity: 0 })] }],
    ['half a piece', { items: [aCartLine({ quantity: 0.5 })] }],
    ['a negative total', { total: -1 }],
    ['an infinite total', { total: Infinity }],
    ['a total that is no number', { total: Number.NaN }],
    ['no tax', { tax: undefined }],
    ['a currency that does not exist', { currency: 'XXX' }],
    ['lines that are no list', { items: {} }],
    ['10,001 lines', { items: Array(10_001).fill(aCartLine()) }],
    ['a name of 2,001 characters', { items: [aCartLine({ productName: 'x'.repeat(2001) })] }],
    ['a campaign of 101 per cent', { campaign: { ...aCampaign(), discountPercentage: 101 } }],
    [
      'a campaign with a card number',
      { campaign: { ...aCampaign(), description: '4111111111111111' } },
    ],
  ])('is no cart with %s', (_, changes) => {
    const answer = { ...aCart(), ...changes };

    const accepted = v.is(Cart, answer);

    expect(accepted).toBe(false);
  });
});
