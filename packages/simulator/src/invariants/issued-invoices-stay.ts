/** issued-invoices-stay: looked at in everything that was ever stored. */
import type { Breach, History } from '../world/history.ts';

export const issuedInvoicesStay = {
  name: 'issued-invoices-stay',
  promise: 'An invoice that was issued is never overwritten by another one.',
} as const;

export const overwrittenInvoices = ({ stored }: History): Breach[] =>
  [...stored]
    .filter(([, hashes]) => hashes.size > 1)
    .map(([key, hashes]) => ({
      invariant: issuedInvoicesStay.name,
      orderId: /order_([0-9a-f-]{36})/.exec(key)?.[1],
      message: `${hashes.size} different invoices were stored under one key`,
    }));
