/** Order numbers: `ORD-20261120-00001`, with a region letter outside the first region (R-API-04). */
import * as v from 'valibot';

/** A letter before the sequence keeps the numbers of two regions apart; the first region has none. */
export const NumberRegion = v.pipe(
  v.string(),
  v.regex(/^[A-Z]?$/, 'must be empty or one upper-case letter'),
);

export const OrderNumber = v.pipe(
  v.string(),
  v.regex(/^ORD-\d{8}-[A-Z]?\d{5,12}$/, 'must be an order number such as ORD-20261120-00001'),
);

/**
 * The number of the `sequence`-th order of a tenant on `day`.
 * @param day `YYYY-MM-DD` in the business time zone
 * @param sequence 1 and up; grows past five digits after 99999
 */
export const orderNumber = (day: string, sequence: number, region = ''): string =>
  `ORD-${day.replaceAll('-', '')}-${region}${String(sequence).padStart(5, '0')}`;
