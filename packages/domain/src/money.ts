/**
 * Money. Inside the service an amount is a whole number of minor units (cents for ZAR); decimal numbers appear
 * at the API and in the cart's answer only (R-DAT-07). Arithmetic is dinero.js's.
 */
import { add, dinero, multiply, subtract, toDecimal, toSnapshot } from 'dinero.js';
import * as v from 'valibot';
import { currencyOf, type Currency } from './currency.ts';

/** 10 billion units of a currency with two decimals: sums of a hundred such amounts are still exact. */
export const largestAmount = 1_000_000_000_000;

/** An amount in minor units: a whole number, 0 to `largestAmount`. */
export const Amount = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(largestAmount));

/** The amount as a decimal number: 123456 ZAR is 1234.56. */
export const toDecimalNumber = (amount: number, currency: Currency): number =>
  Number(toDecimal(dinero({ amount, currency: currencyOf(currency) })));

/**
 * Minor units of a decimal number, exactly; `undefined` when it has more decimals than the currency, is negative
 * or exceeds `largestAmount`.
 */
export const fromDecimalNumber = (decimal: number, currency: Currency): number | undefined => {
  // The shortest decimal that denotes the number is what its sender wrote: 0.29 is 29 cents, not 28.999….
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(String(decimal)) ?? [];
  const { exponent } = currencyOf(currency);
  if (whole === undefined || fraction.length > exponent) return undefined;
  const amount = Number(whole + fraction.padEnd(exponent, '0'));
  return amount <= largestAmount ? amount : undefined;
};

/** `unitPrice` x `quantity` - `discount`, all in minor units. */
export const lineAmount = (
  line: { unitPrice: number; quantity: number; discount: number },
  currency: Currency,
): number => {
  const money = (amount: number) => dinero({ amount, currency: currencyOf(currency) });
  return toSnapshot(subtract(multiply(money(line.unitPrice), line.quantity), money(line.discount)))
    .amount;
};

/** The sum of amounts in minor units; an amount may be negative here. */
export const sumOf = (amounts: readonly number[], currency: Currency): number =>
  toSnapshot(
    amounts
      .map((amount) => dinero({ amount, currency: currencyOf(currency) }))
      .reduce(add, dinero({ amount: 0, currency: currencyOf(currency) })),
  ).amount;
