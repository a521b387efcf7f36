import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { monthOf, ordersWithin, priced } from './month.ts';
import { PriceList, readPriceList } from './price-list.ts';
import { situationIn } from './situation.ts';
import { aPriceList, aSituation } from './testing/situations.ts';

const figure = (usd: number, sure: 'list' | 'estimate') => ({
  ...{ usd, sure, date: '2025-11', source: 'https://aws.amazon.com/pricing/' },
  ...(sure === 'estimate' && { basis: 'a guess' }),
});
/** Of all services only mails, a topic and requests to the API cost anything. */
const prices = v.parse(PriceList, {
  ...Object.fromEntries(
    Object.entries(aPriceList()).map(([name, price]) => [
      name,
      { ...price, in: { everywhere: figure(0, 'list') } },
    ]),
  ),
  mail: { service: 'SES', unit: 'mail', per: 1000, in: { everywhere: figure(0.1, 'list') } },
  apiRequest: {
    service: 'API Gateway',
    unit: 'request',
    per: 1_000_000,
    in: { 'eu-west-1': figure(3.5, 'list'), 'af-south-1': figure(4.5, 'estimate') },
  },
});

describe('uses are priced', () => {
  test('by region and unit', () => {
    const lines = priced(prices, [
      { price: 'mail', region: 'eu-west-1', amount: 30_000 },
      { price: 'apiRequest', region: 'af-south-1', amount: 2_000_000 },
    ]);

    expect(lines.map(({ service, usd }) => [service, usd])).toEqual([
      ['SES', 3],
      ['API Gateway', 9],
    ]);
  });

  test('as uncertain when the price is an estimate or the amount an assumption', () => {
    const lines = priced(prices, [
      { price: 'apiRequest', region: 'eu-west-1', amount: 1 },
      { price: 'apiRequest', region: 'eu-west-1', amount: 1, assumed: true },
      { price: 'apiRequest', region: 'af-south-1', amount: 1 },
    ]);

    expect(lines.map(({ uncertain }) => uncertain)).toEqual([false, true, true]);
  });

  test('and left out when there is nothing', () => {
    expect(priced(prices, [{ price: 'mail', region: 'eu-west-1', amount: 0 }])).toEqual([]);
  });
});

test('a month sums up its services, and what is uncertain', () => {
  // Three mails and six requests for each of 100,000 orders: $30 and $2.70.
  const order = {
    mails: { count: 3, bytes: 0, attachmentBytes: 0 },
    requests: { createOrder: { times: 6, answerBytes: 0 } },
  };
  const situation = aSituation(order, { orders: 100_000, primary: 'af-south-1' });

  const { services, usd, uncertain } = monthOf(prices, situation);

  expect(services['SES']).toBeCloseTo(30);
  expect(services['API Gateway']).toBeCloseTo(2.7);
  expect(usd).toBeCloseTo(32.7);
  expect(uncertain).toBeCloseTo(2.7 / 32.7);
  expect(Object.keys(services)).toEqual(Object.keys(services).toSorted());
});

describe('a budget', () => {
  test('is enough for so many orders and not for one more', () => {
    const usdAt = (orders: number) => 10 + orders / 7;

    const within = ordersWithin(500, usdAt) ?? 0;

    expect(usdAt(within)).toBeLessThanOrEqual(500);
    expect(usdAt(within + 1)).toBeGreaterThan(500);
  });

  test('may be used up without orders, or never', () => {
    expect(ordersWithin(500, (orders) => 501 + orders)).toBe(0);
    expect(ordersWithin(500, () => 499)).toBeUndefined();
  });
});

describe('a month of production', () => {
  const prod = (orders: number) => monthOf(readPriceList(), situationIn('prod')(orders));

  test('costs more with more orders, and each order less', () => {
    const months = [1, 1_000, 100_000, 10_000_000, 100_000_000].map(prod);

    const usd = months.map((month) => month.usd);
    const anOrder = months.map((month) => month.usd / month.orders);
    expect(usd).toEqual(usd.toSorted((a, b) => a - b));
    expect(anOrder).toEqual(anOrder.toSorted((a, b) => b - a));
  });

  test('has three mails for each order', () => {
    const mails = prod(1_000).lines.filter(({ price }) => price === 'mail');

    expect(mails.map(({ amount }) => amount)).toEqual([3_000]);
  });
});
