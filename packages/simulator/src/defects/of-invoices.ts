/** Defects of records and invoices. */
import { completeOrder } from '@bbws/dynamo/complete-order';
import { noteInvoice } from '@bbws/dynamo/note-invoice';
import type { NamedDefect } from './named-defect.ts';

export const invoiceDefects: readonly NamedDefect[] = [
  {
    name: 'cart-fault-rejects',
    what: 'record-creator takes a fault of the Cart API for a cart that is unknown.',
    caughtBy: 'rightly-rejected',
    // A cart counts as unknown from the third receive of its message on: until then it must fail as a whole each time.
    rates: { whole: 0.3 },
    defect: {
      alter: {
        'record-creator': (deps) => ({
          ...deps,
          fetchCart: (...cart) => deps.fetchCart(...cart).catch(() => undefined),
        }),
      },
    },
  },
  {
    name: 'unconditional-completion',
    what: 'record-creator completes an order that is completed already.',
    caughtBy: 'status-history',
    defect: {
      alter: {
        'record-creator': (deps, { carelessTable }) => ({
          ...deps,
          completeOrder: completeOrder(carelessTable),
        }),
      },
    },
  },
  {
    name: 'older-invoice-wins',
    what: 'pdf notes an invoice without looking whether a newer one is noted.',
    caughtBy: 'invoice-current',
    rates: { delay: 0.2 },
    defect: {
      alter: {
        pdf: (deps, { carelessTable }) => ({ ...deps, noteInvoice: noteInvoice(carelessTable) }),
      },
    },
  },
  {
    name: 'foreign-folder',
    what: 'pdf stores an invoice under another tenant.',
    caughtBy: 'own-keys-only',
    defect: {
      alter: {
        pdf: (deps) => ({
          ...deps,
          putInvoice: (invoice) =>
            deps.putInvoice({
              ...invoice,
              key: invoice.key.replace(/^[^/]+/, 'tenant-of-somebody-else'),
            }),
        }),
      },
    },
  },
  {
    name: 'issued-invoice-overwritten',
    what: 'Every rendering of an invoice is stored under the key of the first.',
    caughtBy: 'issued-invoices-stay',
    defect: {
      alter: {
        pdf: (deps) => ({
          ...deps,
          putInvoice: (invoice) =>
            deps.putInvoice({ ...invoice, key: invoice.key.replace(/_v\d+\.pdf$/, '.pdf') }),
        }),
      },
    },
  },
];
