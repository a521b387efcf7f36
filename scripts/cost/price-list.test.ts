import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { readEnvironments } from '../lib/environments.ts';
import { datesOf, priceIn, PriceList, priceNames, readPriceList } from './price-list.ts';

const prices = readPriceList();

const without = (name: string) =>
  Object.fromEntries(Object.entries(prices).filter(([other]) => other !== name));

/** The list with another figure for a web ACL. */
const withFigure = (figure: object) => ({
  ...prices,
  webAcl: { ...prices.webAcl, in: { everywhere: figure } },
});
const figure = {
  usd: 5,
  date: '2025-11',
  source: 'https://aws.amazon.com/waf/pricing/',
  sure: 'list',
};

describe('the price list', () => {
  test('has everything in every region of every environment', () => {
    const regions = new Set(Object.values(readEnvironments()).flatMap((one) => one.regions));

    const missing = [...regions].flatMap((region) =>
      priceNames.filter((name) => !(priceIn(prices, name, region).usd > 0)),
    );

    expect(missing).toEqual([]);
  });

  test('asks in af-south-1 at least what it asks in eu-west-1', () => {
    const cheaper = priceNames.filter(
      (name) => priceIn(prices, name, 'af-south-1').usd < priceIn(prices, name, 'eu-west-1').usd,
    );

    expect(cheaper).toEqual([]);
  });

  test('fits its schema, and a changed figure does', () => {
    expect(v.is(PriceList, withFigure(figure))).toBe(true);
  });

  test.each([
    ['a price is missing', without('mail')],
    ['there is one that nobody uses', { ...prices, gold: prices.mail }],
    ['a figure is negative', withFigure({ ...figure, usd: -1 })],
    ['a figure has no date', withFigure({ ...figure, date: undefined })],
    ['a date is no month', withFigure({ ...figure, date: '2025-13' })],
    ['the source is not of AWS', withFigure({ ...figure, source: 'https://example.com/' })],
    ['it is not said how sure a figure is', withFigure({ ...figure, sure: undefined })],
    ['an estimate does not say what it is made from', withFigure({ ...figure, sure: 'estimate' })],
  ])('is refused when %s', (_, list) => {
    expect(v.is(PriceList, list)).toBe(false);
  });

  test('gives the price of one unit, with its service and how sure it is', () => {
    const list = v.parse(PriceList, {
      ...prices,
      mail: { ...prices.mail, per: 1000, in: { 'eu-west-1': { ...figure, usd: 0.1 } } },
    });

    expect(priceIn(list, 'mail', 'eu-west-1')).toEqual({
      service: 'SES',
      usd: 0.0001,
      sure: 'list',
    });
    expect(() => priceIn(list, 'mail', 'us-west-1')).toThrow(
      'prices.json has no mail in us-west-1',
    );
  });

  test('prefers the price of a region to that of everywhere', () => {
    const dear = { everywhere: figure, 'af-south-1': { ...figure, usd: 6 } };
    const list = v.parse(PriceList, { ...prices, webAcl: { ...prices.webAcl, in: dear } });

    expect(priceIn(list, 'webAcl', 'af-south-1').usd).toBe(6);
    expect(priceIn(list, 'webAcl', 'eu-west-1').usd).toBe(5);
  });

  test('tells its oldest and its newest month', () => {
    const list = v.parse(PriceList, {
      ...withFigure({ ...figure, date: '2019-02' }),
      webAclRule: { ...prices.webAclRule, in: { everywhere: { ...figure, date: '2030-01' } } },
    });

    expect(datesOf(list)).toEqual({ oldest: '2019-02', newest: '2030-01' });
  });
});
