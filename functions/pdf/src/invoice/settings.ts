/** What an invoice shows beside its order. */
import type { Supplier } from '@bbws/domain/supplier';
import type { LogoImage } from './logo-image.ts';

export type InvoiceSettings = {
  /** IANA name of the business time zone: dates of the invoice are calendar days there. */
  readonly timeZone: string;
  /** Who issues the invoice. */
  readonly supplier: Supplier;
  /** The logo; a mark and the supplier's name when not given. */
  readonly logo?: LogoImage | undefined;
};
