/** The invoices that lie in the bucket (R-EVT-09). */
import { invoiceKeyAt } from '@bbws/domain/invoice-key';
import type { InvoiceNote, RecordedOrder } from '@bbws/domain/order';
import type { OrderFacts } from '../facts.ts';
import type { Finding, Invariant } from '../invariant.ts';
import { invoiceDueSince, legalKeys } from '../invoice-objects.ts';
import { remedyBy, replay, whereItWaits } from '../remedy.ts';

export const oneInvoice: Invariant = {
  name: 'one-invoice',
  promise:
    'A recorded order has one invoice for each payment state that was invoiced, and the newest is noted with its hash; no other order has any.',
  check: (facts) => {
    const { stored, invoices } = facts;
    // Of a record that cannot be read nobody knows what it may have.
    if (!stored && facts.unreadable !== undefined) return [];
    if (!stored) return invoices.map(({ key }) => ({ message: `${key} belongs to no order.` }));
    const { order } = stored;
    if (order.stage !== 'recorded')
      return invoices.map(({ key }) => ({
        message: `${order.stage}, but has the invoice ${key}.`,
      }));
    const legal = legalKeys(order);
    return [
      ...invoices
        .filter(({ key }) => !legal.has(key))
        .map(({ key }) => ({ message: `${key} is no invoice that this order can have.` })),
      ...(order.pdf ? noteFindings(facts, order, order.pdf) : [missing(facts, order)]),
    ];
  },
};

const missing = (facts: OrderFacts, order: RecordedOrder): Finding => {
  const how = remedyBy(facts, 'pdf');
  // An operator who wants it rendered again takes the note away and puts the event back into the outbox.
  const asked = facts.stored?.outbox.find(({ type }) => type === 'order.recorded')?.occurredAt;
  return {
    message: `Recorded, but has no invoice${whereItWaits(how)}.`,
    since: asked ?? invoiceDueSince(order).at,
    ...how,
  };
};

const noteFindings = (facts: OrderFacts, order: RecordedOrder, note: InvoiceNote): Finding[] => {
  // What is noted is rendered again only when somebody insists.
  const remedy = { remedy: replay(facts, 'pdf', '--again') };
  const wanted = invoiceKeyAt(order, note.orderVersion);
  if (note.key !== wanted)
    return [{ message: `The invoice noted is ${note.key} instead of ${wanted}.`, ...remedy }];
  const object = facts.invoices.find(({ key }) => key === note.key);
  if (!object)
    // The bucket is listed before the order is read: an object put in between was not seen. That is a matter of seconds.
    return [
      {
        message: `${note.key} is noted and missing.`,
        since: note.renderedAt,
        graceMinutes: 1,
        ...remedy,
      },
    ];
  return object.sha256 === note.sha256
    ? []
    : [{ message: `The bytes of ${note.key} are not those that were noted.`, ...remedy }];
};
