import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { LinkKey } from './link-key.ts';

describe('A link key', () => {
  test('is 32 bytes in base64url', () => {
    const key = Buffer.alloc(32, 0xfb).toString('base64url');

    expect(v.is(LinkKey, key)).toBe(true);
  });

  test.each([
    ['empty', ''],
    ['too short', Buffer.alloc(31, 7).toString('base64url')],
    ['too long', Buffer.alloc(33, 7).toString('base64url')],
    ['base64 with its own signs', Buffer.alloc(32, 0xfb).toString('base64')],
    ['hexadecimal', Buffer.alloc(32, 7).toString('hex')],
  ])('is not %s', (_, text) => {
    expect(v.is(LinkKey, text)).toBe(false);
  });
});
