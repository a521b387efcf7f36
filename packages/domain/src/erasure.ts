/**
 * What takes the place of a person in an order that was erased. Obviously nobody: `.invalid` is no domain, and never will
 * be one (RFC 2606). The country stays, for it says which tax was due.
 */
import type { Order } from './order.ts';

/** The fields of an erased order that were personal. */
export const erasedFields = ({ billingAddress: { country }, customerVatNumber }: Order) => ({
  customerEmail: 'erased@erased.invalid',
  customerName: 'Erased',
  ...(customerVatNumber !== undefined && { customerVatNumber: 'Erased' }),
  billingAddress: {
    street: 'Erased',
    city: 'Erased',
    province: 'Erased',
    postalCode: '0000',
    country,
  },
});

/** Stands for the payment's number, by which its provider knows who paid. */
export const erasedTransactionId = 'Erased';
