import { describe, expect, test } from '@jest/globals';
import { costReport, type Costs } from './report.ts';

const month = (orders: number, services: Readonly<Record<string, number>>, uncertain: number) => ({
  orders,
  services,
  usd: Object.values(services).reduce((all, one) => all + one, 0),
  uncertain,
  lines: [],
});
const costs = (changes: Partial<Costs> = {}): Costs => ({
  environment: 'sit',
  months: [
    month(1_000, { SES: 0.3 }, 0.361),
    month(10_000_000, { 'API Gateway': 210, SES: 3000.5 }, 0),
  ],
  budget: { usd: 1000, reachedAt: 2_345_678 },
  prices: { oldest: '2021-04', newest: '2026-07' },
  measured: '2026-11-20',
  ...changes,
});

describe('the report', () => {
  test('has a row for each service, aligned to the right', () => {
    expect(costReport(costs()).split('\n').slice(0, 9)).toEqual([
      'Dollars a month in sit, by orders a month',
      '',
      '                  1,000  10,000,000',
      'API Gateway        0.00      210.00',
      'SES                0.30    3,000.50',
      'all                0.30    3,210.50',
      'an order        0.00030     0.00032',
      'uncertain          36 %         0 %',
      '',
    ]);
  });

  test.each([
    [2_345_678, 'is used up at about 2,300,000 orders a month.'],
    [0, 'is used up without any order.'],
    [undefined, 'is enough for any number of orders.'],
  ])('says what the budget is enough for: %s', (reachedAt, words) => {
    const report = costReport(costs({ budget: { usd: 1000, reachedAt } }));

    expect(report).toContain(`The budget of sit, $1,000 a month, ${words}`);
  });

  test('says how old prices and measurement are', () => {
    expect(costReport(costs())).toContain('Prices of 2021-04 to 2026-07');
    expect(costReport(costs())).toContain('measured on 2026-11-20');
  });
});
