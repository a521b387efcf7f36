/** A payment leads to an invoice beside the first, and a mail. */
import { invoiceFile } from '../invoice-file.ts';
import { noted, type Check } from '../smoke.ts';

export const secondInvoice: Check = {
  name: 'second invoice',
  expects: 'an invoice of the paid order beside the first',
  run: async (smoke) => {
    const { notes } = smoke;
    const { id } = noted(notes.recorded, 'a recorded order');
    noted(notes.paidVersion, 'a paid order');
    const { bytes } = await invoiceFile(smoke, id, noted(notes.invoicePath, 'a first invoice'));
    return `${Math.round(bytes / 1000)} KB`;
  },
};
