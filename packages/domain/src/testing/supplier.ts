/** A supplier for tests and developers: nobody; neither its numbers nor its account exist. */
import { Supplier } from '../supplier.ts';
import * as v from 'valibot';

export const aSupplier = (changes: object = {}): Supplier =>
  v.parse(Supplier, {
    name: 'Sample Trading (Pty) Ltd',
    address: ['1 Sample Road', 'Gardens', 'Cape Town 8001', 'South Africa'],
    vatNumber: '4000000000',
    registrationNumber: '2026/000000/07',
    bank: { name: 'Example Bank', branchCode: '000000', account: '000000000' },
    phone: '+27 21 000 0000',
    email: 'accounts@example.com',
    ...changes,
  });
