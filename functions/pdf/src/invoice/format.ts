/** Amounts, dates and countries as a South African reader writes them. */
import { amountFormat } from '@bbws/domain/amount-format';
import { currencyOf, type Currency } from '@bbws/domain/currency';
import { toDecimalNumber } from '@bbws/domain/money';

/** Of every invoice: an order names no other. */
export const locale = 'en-ZA';

const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });

/** The name of a country by its ISO 3166-1 alpha-2 code. */
export const countryName = (code: string): string => regions.of(code) ?? code;

const counts = new Intl.NumberFormat(locale);

/** A number of pieces, or a percentage: `1 250`, `12,5`. */
export const count = (value: number): string => counts.format(value);

/** Formats for one currency. Amounts are minor units and may be negative. */
export type MoneyFormat = {
  /** `1 234,50` */
  readonly figure: (amount: number) => string;
  /** `R 1 234,50`, as in mails */
  readonly money: (amount: number) => string;
};

/** Makes the formats once, since that costs more than using them. */
export const makeMoneyFormat = (currency: Currency): MoneyFormat => {
  // Intl's own digits differ from ISO 4217's for some currencies, and would round.
  const { exponent } = currencyOf(currency);
  const digits = { minimumFractionDigits: exponent, maximumFractionDigits: exponent };
  const figures = new Intl.NumberFormat(locale, digits);
  return {
    figure: (amount) => figures.format(toDecimalNumber(amount, currency)),
    money: amountFormat(currency),
  };
};

/** The calendar day of a moment, such as `20 November 2026`. */
export const longDate = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(at));
