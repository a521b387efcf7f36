import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { standardTerms, Supplier } from './supplier.ts';

const sample = {
  name: 'Sample Trading (Pty) Ltd',
  address: ['1 Sample Road', 'Cape Town 8001'],
  vatNumber: '4000000000',
  registrationNumber: '2026/000000/07',
  bank: { name: 'Example Bank', branchCode: '000000', account: '000000000', reference: 'Quote' },
};

describe('A supplier', () => {
  test('has name, address, VAT number, registration and account; the rest may be missing', () => {
    expect(v.parse(Supplier, sample)).toEqual({ ...sample, terms: standardTerms });
  });

  test('may have a telephone, an e-mail address and terms of its own', () => {
    const more = { phone: '+27 21 000 0000', email: 'accounts@example.com', terms: 'Pay soon.' };

    expect(v.parse(Supplier, { ...sample, ...more })).toEqual({ ...sample, ...more });
  });

  test.each([
    ['no name', { name: ' ' }],
    ['a name over two lines', { name: 'Sample\nTrading' }],
    ['no address', { address: [] }],
    ['an address of six lines', { address: Array.from({ length: 6 }, () => 'Sample Road') }],
    ['a VAT number of nine digits', { vatNumber: '400000000' }],
    ['a VAT number with letters', { vatNumber: '40000000OO' }],
    ['no registration', { registrationNumber: undefined }],
    ['no account', { bank: undefined }],
    ['a branch of five digits', { bank: { ...sample.bank, branchCode: '00000' } }],
    ['an account with blanks', { bank: { ...sample.bank, account: '000 000 000' } }],
    ['two e-mail addresses', { email: 'a@example.com, b@example.com' }],
    ['terms that fill a page', { terms: 'x'.repeat(401) }],
  ])('with %s is refused', (_, changes) => {
    expect(v.is(Supplier, { ...sample, ...changes })).toBe(false);
  });
});
