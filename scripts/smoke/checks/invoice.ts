/** An order has an invoice. */
import { invoiceFile } from '../invoice-file.ts';
import { noted, type Check } from '../smoke.ts';

export const invoice: Check = {
  name: 'invoice',
  expects: 'an invoice that can be downloaded',
  run: async (smoke) => {
    const { id } = noted(smoke.notes.recorded, 'a recorded order');
    const { path, bytes } = await invoiceFile(smoke, id);
    smoke.notes.invoicePath = path;
    return `${Math.round(bytes / 1000)} KB`;
  },
};
