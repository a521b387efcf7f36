import { describe, expect, test } from '@jest/globals';
import { OrderId } from '@bbws/domain/identifiers';
import { sampleOrderId, sampleTime } from '@bbws/domain/testing/builders';
import fc from 'fast-check';
import * as v from 'valibot';
import { pageToken, positionIn } from './page-token.ts';

const list = ['tenant-a', 'tenant-a', 'paid', undefined, undefined];
const position = { dateCreated: sampleTime, id: v.parse(OrderId, sampleOrderId) };
const refusal = 'startAt is not a token of this list.';

describe('A page token', () => {
  test('leads back to its position', () => {
    const token = pageToken(list, position);

    expect(positionIn(list, token, {})).toEqual(position);
  });

  test.each([
    ['caller', ['tenant-b', 'tenant-a', 'paid', undefined, undefined]],
    ['tenant', ['tenant-a', 'tenant-b', 'paid', undefined, undefined]],
    ['status', ['tenant-a', 'tenant-a', undefined, undefined, undefined]],
    ['day', ['tenant-a', 'tenant-a', 'paid', '2026-11-20', undefined]],
    ['end of a range for its beginning', ['tenant-a', 'tenant-a', 'paid', undefined, '2026-11-20']],
  ])('is refused for another %s', (_, other) => {
    const token = pageToken(list, position);

    expect(() => positionIn(other, token, {})).toThrow(refusal);
  });

  test.each([
    ['before its days', sampleTime, { from: '2026-11-20T09:30:00.001Z' }],
    ['after its days', sampleTime, { before: sampleTime }],
    ['at the end of time', '9999-12-31T23:59:59.999Z', {}],
  ])('is refused when it lies %s, however well it is forged', (_, dateCreated, range) => {
    const token = pageToken(list, { ...position, dateCreated });

    expect(() => positionIn(list, token, range)).toThrow(refusal);
  });

  test('is refused with any bit flipped', () => {
    const token = pageToken(list, position);
    const bits = Array.from({ length: token.length * 8 }, (_, bit) => bit);

    const accepted = bits.filter((bit) => {
      const bytes = Buffer.from(token, 'latin1');
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      try {
        positionIn(list, bytes.toString('latin1'), {});
        return true;
      } catch {
        return false;
      }
    });

    expect(accepted).toEqual([]);
  });

  test('is refused in another spelling of the same bytes', () => {
    const token = pageToken(list, position);

    expect(() => positionIn(list, `${token}=`, {})).toThrow(refusal);
    expect(() => positionIn(list, ` ${token}`, {})).toThrow(refusal);
  });

  test('is refused when it is any other text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => positionIn(list, text, {})).toThrow(refusal);
      }),
    );
  });
});
