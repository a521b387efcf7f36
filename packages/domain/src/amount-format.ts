/** Amounts as South African readers write them: the same in every mail and on every invoice. */
import { currencyOf, type Currency } from './currency.ts';
import { toDecimalNumber } from './money.ts';

/** Intl writes a hyphen, which is shorter than a digit and is easily overlooked beside a letter. */
const minus = '\u2212';

/**
 * A formatter of amounts in minor units of `currency`: 123456 ZAR is `R 1 234,56`, with no-break spaces, and -123456 is
 * `−R 1 234,56`. Zero has no sign. Made once: that costs more than using it.
 */
export const amountFormat = (currency: Currency): ((amount: number) => string) => {
  // Intl's own digits differ from ISO 4217's for some currencies, and would round.
  const digits = currencyOf(currency).exponent;
  const format = new Intl.NumberFormat('en-ZA', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  });
  return (amount) => format.format(toDecimalNumber(amount, currency)).replace(/^-/, minus);
};
