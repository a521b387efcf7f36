/** The top of the first page: logo and title, the facts of the invoice, then who sells and who buys. */
import type { RecordedOrder } from '@bbws/domain/order';
import { beside, stack, type Block } from './block.tsx';
import { facts } from './facts.ts';
import type { Typeface } from './fonts/typeface.ts';
import type { MoneyFormat } from './format.ts';
import { logo } from './logo.tsx';
import { parties } from './parties.ts';
import type { InvoiceSettings } from './settings.ts';
import { text } from './text.tsx';
import { contentWidth, type } from './theme.ts';

const titleWidth = 180;

/** Sets the letterhead. It is as high as its parts need. */
export const letterhead = (
  face: Typeface,
  order: RecordedOrder,
  settings: InvoiceSettings & { readonly format: MoneyFormat },
): Block => {
  const { timeZone, supplier, logo: image, format } = settings;
  const banner = beside([
    logo(face, supplier.name, { image, width: contentWidth - titleWidth }),
    text(face, 'Tax Invoice', type.title, titleWidth, 'right'),
  ]);
  return stack(
    [banner, facts(face, order, { timeZone, money: format.money }), parties(face, order, settings)],
    18,
  );
};
