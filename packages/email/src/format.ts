/** Amounts, moments and numbers as South African readers write them. */
import { type Currency, currencyOf } from '@bbws/domain/currency';
import { toDecimalNumber } from '@bbws/domain/money';

const locale = 'en-ZA';

/** A formatter of amounts in minor units of `currency`: 123456 ZAR is `R 1 234,56`, with no-break spaces. */
export const amountFormat = (currency: Currency): ((amount: number) => string) => {
  const digits = currencyOf(currency).exponent;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (amount) => format.format(toDecimalNumber(amount, currency));
};

/** The day that the moment `at` (ISO 8601) falls on in `timeZone`: `20 November 2026`. */
export const day = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(at));

/** The moment `at` (ISO 8601) on the clocks of `timeZone`: `20 November 2026 at 11:30`. */
export const dayAndTime = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(at),
  );

/** A whole number: `1 250`. */
export const count = (value: number): string => new Intl.NumberFormat(locale).format(value);
