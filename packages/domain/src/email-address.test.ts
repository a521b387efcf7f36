import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { EmailAddress } from './email-address.ts';

const atoms = fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,12}$/);
const labels = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/);
const addresses = fc
  .tuple(
    fc.array(atoms, { minLength: 1, maxLength: 3 }),
    fc.array(labels, { minLength: 1, maxLength: 3 }),
  )
  .map(([local, domain]) => `${local.join('.')}@${domain.join('.')}.example`);

describe('an e-mail address', () => {
  test('may have any atom before the @ and any host name behind it', () => {
    const valid = addresses;

    const accepts = (address: string) => v.is(EmailAddress, address);

    fc.assert(
      fc.property(valid, (address) => {
        expect(accepts(address)).toBe(true);
      }),
    );
  });

  test('never holds what starts a second recipient, a name or a header', () => {
    const hostile = fc
      .tuple(
        addresses,
        fc.constantFrom(...Array.from('\r\n\t ,;<>()[]":\\\0\u2028\u00A0é@')),
        fc.nat(60),
      )
      .map(([address, character, at]) => address.slice(0, at) + character + address.slice(at));

    const accepts = (address: string) => v.is(EmailAddress, address);

    fc.assert(
      fc.property(hostile, (address) => {
        expect(accepts(address)).toBe(false);
      }),
    );
  });

  test.each([
    'thandi@example.com',
    "o'neil@example.co.za",
    'thandi+orders@example.com',
    'Thandi.Sample@Example.COM',
    'a@b.co',
    'x@xn--bcher-kva.example',
    `${'a'.repeat(64)}@example.com`,
  ])('may be %s', (address) => {
    const accepted = v.is(EmailAddress, address);

    expect(accepted).toBe(true);
  });

  test.each([
    ['', 'empty'],
    ['thandi', 'without @'],
    ['@example.com', 'without a local part'],
    ['thandi@', 'without a domain'],
    ['thandi@localhost', 'at a host without a dot'],
    ['thandi@127.0.0.1', 'at an IP address'],
    ['thandi@[127.0.0.1]', 'at a literal'],
    ['.thandi@example.com', 'with a dot in front'],
    ['thandi.@example.com', 'with a dot before the @'],
    ['th..andi@example.com', 'with two dots'],
    ['thandi@-example.com', 'with a hyphen that starts a label'],
    ['thandi@example-.com', 'with a hyphen that ends a label'],
    ['thandi@example..com', 'with an empty label'],
    ['thandi@example.com.', 'with a dot behind'],
    ['"thandi sample"@example.com', 'with a quoted local part'],
    ['Thandi <thandi@example.com>', 'with a display name'],
    ['a@example.com,b@example.com', 'and another one'],
    ['thandi@example.com\r\nBcc: b@example.com', 'and a header'],
    [`${'a'.repeat(65)}@example.com`, 'with 65 characters before the @'],
    [`a@${'b'.repeat(64)}.com`, 'with a label of 64 characters'],
  ])('is not %p, %s', (address) => {
    const accepted = v.is(EmailAddress, address);

    expect(accepted).toBe(false);
  });

  test.each([42, null, undefined, ['thandi@example.com']])('is not %p', (value) => {
    const accepted = v.is(EmailAddress, value);

    expect(accepted).toBe(false);
  });

  test('has up to 254 characters', () => {
    const domain = `${`${'b'.repeat(49)}.`.repeat(4)}example`;
    const locals = [46, 47].map((length) => 'a'.repeat(length));

    const accepted = locals.map((local) => v.is(EmailAddress, `${local}@${domain}`));

    expect(accepted).toEqual([true, false]);
  });

  test('that is hostile takes little time', () => {
    const address = `a@${'a-'.repeat(4000)}${'a.'.repeat(4000)}!`;
    const started = performance.now();

    v.is(EmailAddress, address);

    expect(performance.now() - started).toBeLessThan(500);
  });
});
