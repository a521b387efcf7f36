/** Who sells and who buys: the two address blocks. */
import type { RecordedOrder } from '@bbws/domain/order';
import type { Supplier } from '@bbws/domain/supplier';
import { beside, stack, type Block } from './block.tsx';
import type { Typeface } from './fonts/typeface.ts';
import { countryName } from './format.ts';
import { text } from './text.tsx';
import { contentWidth, type } from './theme.ts';

const gutter = 28;
const width = (contentWidth - gutter) / 2;

type Party = {
  readonly heading: string;
  readonly name: string | undefined;
  readonly lines: readonly (string | undefined)[];
};

const party = (face: Typeface, { heading, name, lines }: Party): Block => {
  const known = lines.filter((line) => line !== undefined);
  return stack(
    [
      text(face, heading, type.label, width),
      ...(name === undefined ? [] : [text(face, name, type.lead, width)]),
      stack(known.map((line) => text(face, line, type.quiet, width))),
    ],
    2,
  );
};

const contactOf = ({ phone, email }: Supplier): string | undefined =>
  phone === undefined || email === undefined ? (phone ?? email) : `${phone} · ${email}`;

const supplierOf = (supplier: Supplier): Party => ({
  heading: 'From',
  name: supplier.name,
  lines: [
    ...supplier.address,
    `VAT number ${supplier.vatNumber}`,
    `Registration number ${supplier.registrationNumber}`,
    contactOf(supplier),
  ],
});

const customerOf = (order: RecordedOrder): Party => {
  const { street, city, province, postalCode, country } = order.billingAddress;
  const vatNumber = order.customerVatNumber;
  return {
    heading: 'Billed to',
    name: order.customerName,
    lines: [
      street,
      `${city} ${postalCode}`,
      province,
      countryName(country),
      vatNumber === undefined ? undefined : `VAT number ${vatNumber}`,
      order.customerEmail,
    ],
  };
};

/** Supplier and customer side by side, as high as the longer of the two. */
export const parties = (
  face: Typeface,
  order: RecordedOrder,
  { supplier }: { readonly supplier: Supplier },
): Block => beside([party(face, supplierOf(supplier)), party(face, customerOf(order))], gutter);
