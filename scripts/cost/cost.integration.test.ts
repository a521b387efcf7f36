import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { root } from '../lib/root.ts';
import { runCommand } from '../testing/run-command.ts';

const cost = (...args: string[]) => runCommand('scripts/cost.ts', args);

const Printed = v.strictObject({
  environment: v.string(),
  prices: v.strictObject({ oldest: v.string(), newest: v.string() }),
  measured: v.string(),
  budget: v.strictObject({ usd: v.number(), reachedAtOrders: v.nullable(v.number()) }),
  months: v.array(
    v.strictObject({
      orders: v.number(),
      services: v.record(v.string(), v.number()),
      usd: v.number(),
      usdAnOrder: v.number(),
      uncertain: v.number(),
      lines: v.array(
        v.strictObject({
          service: v.string(),
          price: v.string(),
          region: v.string(),
          amount: v.number(),
          usd: v.number(),
          uncertain: v.boolean(),
        }),
      ),
    }),
  ),
});

describe('pnpm cost', () => {
  test('prints production at three numbers of orders', async () => {
    const { code, stdout } = await cost();

    expect(code).toBe(0);
    expect(stdout).toContain('Dollars a month in prod');
    expect(stdout).toMatch(/^ +1,000 +100,000 +10,000,000$/m);
    expect(stdout).toMatch(
      /The budget of prod, \$5,000 a month, is used up at about [\d,]+ orders/,
    );
  });

  test('prints what docs/deployment.md shows', async () => {
    const { stdout } = await cost();

    expect(readFileSync(`${root}/docs/deployment.md`, 'utf8')).toContain(stdout);
  });

  test('prints one object for machines, of the environment and the orders asked for', async () => {
    const { code, stdout } = await cost('--env', 'dev', '--orders', '5', '--orders', '7', '--json');

    const printed = v.parse(v.pipe(v.string(), v.parseJson(), Printed), stdout);
    expect(code).toBe(0);
    expect(printed.environment).toBe('dev');
    expect(printed.months.map(({ orders }) => orders)).toEqual([5, 7]);
    expect(printed.budget.usd).toBe(500);
    for (const { usd, services, lines } of printed.months) {
      const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
      expect(sum(Object.values(services))).toBeCloseTo(usd, 9);
      expect(sum(lines.map((line) => line.usd))).toBeCloseTo(usd, 9);
    }
  });

  test.each([
    [['--env', 'test'], '--env must be one of dev, sit, prod, not "test".'],
    [['--orders', '0'], '--orders must be a whole number from 1 to 999999999, not "0".'],
    [['--orders', 'many'], 'not "many"'],
    [['--currency', 'ZAR'], "Unknown option '--currency'"],
    [['prod'], 'prod'],
  ])('refuses %j', async (args, words) => {
    const { code, stdout, stderr } = await cost(...args);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });
});
