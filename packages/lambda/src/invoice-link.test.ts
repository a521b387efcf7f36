import { aLinkKey, aTenantId, sampleOrderId } from '@bbws/domain/testing/builders';
import { OrderId } from '@bbws/domain/identifiers';
import { LinkKey } from '@bbws/domain/link-key';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { linkHolds, makeInvoiceLink, readInvoiceLink } from './invoice-link.ts';

const order = { tenantId: aTenantId(), id: v.parse(OrderId, sampleOrderId) };
const key = aLinkKey();
const sent = new Date('2026-11-20T09:30:00.000Z');
const after = (seconds: number) => new Date(sent.getTime() + seconds * 1000);
const days = (count: number) => count * 24 * 60 * 60;

/** Whether a token is read, and holds under that key at that time. */
const holds = (token: string, linkKey: typeof key | undefined = key, now = sent): boolean => {
  const link = readInvoiceLink(token);
  return link !== undefined && linkHolds(link, linkKey, now);
};

describe('A link', () => {
  test('says whose invoice it opens and until when', () => {
    const link = readInvoiceLink(makeInvoiceLink(order, key, sent));

    expect(link).toMatchObject({
      tenantId: order.tenantId,
      orderId: order.id,
      expires: after(days(7)).getTime() / 1000,
    });
  });

  test('goes into an address and a mail as it is', () => {
    const longest = { ...order, tenantId: aTenantId('t'.repeat(64)) };

    expect(makeInvoiceLink(longest, key, sent)).toMatch(/^[A-Za-z0-9_-]{1,200}$/);
  });

  test('holds for seven full days, to the second', () => {
    const token = makeInvoiceLink(order, key, sent);

    expect([0, days(7) - 1, days(7), days(8)].map((age) => holds(token, key, after(age)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('made within a second loses nothing of its seven days', () => {
    const token = makeInvoiceLink(order, key, after(0.4));

    expect(holds(token, key, after(days(7) + 0.399))).toBe(true);
  });

  test('holds beside others of the same order', () => {
    const made = [0, 1, 60].map((age) => makeInvoiceLink(order, key, after(age)));

    expect(new Set(made).size).toBe(3);
    expect(made.map((token) => holds(token, key, after(60)))).toEqual([true, true, true]);
  });

  test('is taken back by another key, and so is every other of the order', () => {
    const made = [0, 1].map((age) => makeInvoiceLink(order, key, after(age)));

    expect(made.map((token) => holds(token, aLinkKey('n')))).toEqual([false, false]);
  });

  test('does not hold when there is no key', () => {
    const link = readInvoiceLink(makeInvoiceLink(order, key, sent));

    expect(link && linkHolds(link, undefined, sent)).toBe(false);
  });

  test('does not hold without a key even if it was signed with zeros', () => {
    const link = readInvoiceLink(makeInvoiceLink(order, aLinkKey('A'), sent));

    expect(link && linkHolds(link, undefined, sent)).toBe(false);
  });
});

describe('A token that was changed', () => {
  test('in any single bit is refused', () => {
    const bytes = Buffer.from(makeInvoiceLink(order, key, sent), 'base64url');

    const flipped = Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      return copy.toString('base64url');
    });

    expect(flipped.filter((token) => holds(token))).toEqual([]);
  });

  test('in any single sign is refused', () => {
    const token = makeInvoiceLink(order, key, sent);
    const signs = fc.constantFrom(...Array.from('ABCXYZabcxyz0189-_+/= .%'));

    fc.assert(
      fc.property(fc.nat(token.length - 1), signs, (at, sign) => {
        const changed = token.slice(0, at) + sign + token.slice(at + 1);
        expect(holds(changed)).toBe(changed === token);
      }),
    );
  });

  test.each([
    ['another tenant', { tenantId: aTenantId('tenant-other') }],
    ['another order', { orderId: v.parse(OrderId, sampleOrderId.replace('0', '1')) }],
    ['a later expiry', { expires: after(days(70)).getTime() / 1000 }],
  ])('to name %s does not hold', (_, changes) => {
    const link = readInvoiceLink(makeInvoiceLink(order, key, sent));

    expect(link && linkHolds({ ...link, ...changes }, key, sent)).toBe(false);
  });
});

describe('What is no token', () => {
  const token = makeInvoiceLink(order, key, sent);

  test.each([
    ['empty', ''],
    ['a word', 'token'],
    ['padded', `${token}=`],
    ['in the other alphabet', token.replaceAll('-', '+').replaceAll('_', '/')],
    ['followed by a space', `${token} `],
    ['followed by more', `${token}AAAA`],
    ['given twice', token + token],
    ['cut off', token.slice(0, -1)],
    ['a signature alone', token.slice(0, 43)],
  ])('%s is not read', (_, text) => {
    expect(text).not.toBe(token);
    expect(readInvoiceLink(text)).toBeUndefined();
  });

  test('is not read, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.string({ unit: 'binary' })), (text) =>
        expect(readInvoiceLink(text)).toBeUndefined(),
      ),
    );
  });
});

const samples = fc.record({
  tenantId: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/).map(aTenantId),
  id: fc.uuid().map((uuid) => v.parse(OrderId, uuid)),
  linkKey: fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((bytes) => v.parse(LinkKey, Buffer.from(bytes).toString('base64url'))),
  at: fc.date({ min: sent, max: new Date('2099-12-31T23:59:59.999Z'), noInvalidDate: true }),
});

test('every link that is made is read as it was meant, and holds under its key alone', () => {
  fc.assert(
    fc.property(samples, ({ tenantId, id, linkKey, at }) => {
      const token = makeInvoiceLink({ tenantId, id }, linkKey, at);

      expect(readInvoiceLink(token)).toMatchObject({ tenantId, orderId: id });
      expect([holds(token, linkKey, at), holds(token, key, at)]).toEqual([true, false]);
    }),
  );
});
