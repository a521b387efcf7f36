/** Currencies by ISO 4217, with the number of decimals each one has. */
import * as v from 'valibot';

/**
 * The active codes whose unit is divided by a power of ten, by number of decimals. dinero.js has the same table, 7 KB
 * larger in every bundle; a test holds the two together.
 */
const codesByDecimals: readonly (readonly [decimals: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD ' +
      'CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP ' +
      'GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD ' +
      'MDL MKD MMK MNT MOP MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN ' +
      'QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY ' +
      'TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG',
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

const decimalsByCode = new Map(
  codesByDecimals.flatMap(([decimals, codes]) =>
    codes.split(' ').map((code) => [code, decimals] as const),
  ),
);

/** Code of a currency, such as `ZAR`. */
export const CurrencyCode = v.picklist(
  [...decimalsByCode.keys()],
  'must be an ISO 4217 currency code such as ZAR',
);
export type Currency = v.InferOutput<typeof CurrencyCode>;

/** The currency of that code as the money library wants it. Throws when there is none: decimals are never guessed. */
export const currencyOf = (code: Currency) => {
  const exponent = decimalsByCode.get(code);
  if (exponent === undefined) throw new RangeError('This is not a currency of ISO 4217');
  return { code, base: 10, exponent };
};
