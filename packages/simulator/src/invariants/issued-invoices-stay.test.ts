import { sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { makeHistory } from '../world/history.ts';
import { overwrittenInvoices } from './issued-invoices-stay.ts';
import { watchEffect } from './watchers.ts';

const key = `tenant-sample/orders/order_${sampleOrderId}.pdf`;
const bytes = (text: string) => new TextEncoder().encode(text);

/** The breaches after these objects were stored, one after the other. */
const breachesAfter = (...objects: readonly { Key: string; Body: Uint8Array }[]) => {
  const history = makeHistory();
  for (const object of objects) watchEffect(history, 'PutObject', object);
  return overwrittenInvoices(history);
};

describe('issued-invoices-stay', () => {
  test('holds for an invoice that is stored again with the same bytes', () => {
    const invoice = { Key: key, Body: bytes('one') };

    expect(breachesAfter(invoice, invoice)).toEqual([]);
  });

  test('holds for a later invoice under a key of its own', () => {
    const later = { Key: key.replace('.pdf', '_v3.pdf'), Body: bytes('other') };

    expect(breachesAfter({ Key: key, Body: bytes('one') }, later)).toEqual([]);
  });

  test('is broken by an invoice with other bytes under the same key', () => {
    expect(
      breachesAfter({ Key: key, Body: bytes('one') }, { Key: key, Body: bytes('other') }),
    ).toEqual([
      {
        invariant: 'issued-invoices-stay',
        orderId: sampleOrderId,
        message: '2 different invoices were stored under one key',
      },
    ]);
  });
});
