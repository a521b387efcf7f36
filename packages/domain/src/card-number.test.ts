import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { containsCardNumber } from './card-number.ts';
import { orderNumber } from './order-number.ts';

/** The digit that makes `digits` followed by it pass the Luhn check. */
const checkDigit = (digits: string): number => {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return (10 - (sum % 10)) % 10;
};

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${String(count)}}$`));
const numbersOf = (prefix: string, length: number) =>
  digits(length - prefix.length - 1).map(
    (rest) => `${prefix}${rest}${String(checkDigit(prefix + rest))}`,
  );
const networks = [
  { name: 'Visa', numbers: numbersOf('4', 16) },
  { name: 'Visa (19 digits)', numbers: numbersOf('4', 19) },
  { name: 'Mastercard', numbers: numbersOf('55', 16) },
  { name: 'Mastercard (second range)', numbers: numbersOf('2720', 16) },
  { name: 'American Express', numbers: numbersOf('37', 15) },
  { name: 'Diners Club', numbers: numbersOf('36', 14) },
  { name: 'Discover', numbers: numbersOf('6011', 16) },
  { name: 'JCB', numbers: numbersOf('35300', 16) },
  { name: 'UnionPay', numbers: numbersOf('62', 16) },
  { name: 'Discover (644)', numbers: numbersOf('644', 16) },
  { name: 'Maestro', numbers: numbersOf('5018', 16) },
  { name: 'Maestro (19 digits)', numbers: numbersOf('6304', 19) },
  { name: 'Mir', numbers: numbersOf('2200', 16) },
  { name: 'Verve', numbers: numbersOf('506100', 16) },
  { name: 'Elo', numbers: numbersOf('636368', 16) },
  { name: 'RuPay', numbers: numbersOf('6073', 16) },
];
const cardNumbers = fc.oneof(...networks.map(({ numbers }) => numbers));
const words = fc.stringMatching(/^[a-zé ,.:;()]{0,20}$/);
const phoneNumbers = fc
  .tuple(fc.constantFrom('+27', '+1', '+49', '+263'), digits(9), fc.constantFrom('', ' ', '-'))
  .map(([country, rest, gap]) =>
    [country, rest.slice(0, 2), rest.slice(2, 5), rest.slice(5)].join(gap),
  );

test.each([
  ['dots', '4111.1111.1111.1111'],
  ['slashes', '4111/1111/1111/1111'],
  ['underscores', '4111_1111_1111_1111'],
  ['middle dots', '4111·1111·1111·1111'],
  ['nothing that is seen', '4111\u200B1111\u200B1111\u200B1111'],
  ['plus signs', '4111+1111+1111+1111'],
])('A card number is found with %s between its groups', (_, text) => {
  expect(containsCardNumber(`Card ${text}.`)).toBe(true);
});

test.each([
  ['in full-width digits', '４１１１１１１１１１１１１１１１'],
  ['as a phone number of 15 digits', '+378282246310005'],
])('A card number is found when it is written %s', (_, text) => {
  expect(containsCardNumber(text)).toBe(true);
});

describe.each(networks)('a number of $name', ({ numbers }) => {
  test('is found in a text', () => {
    const texts = fc.tuple(words, numbers, words).map((parts) => parts.join(''));

    const found = containsCardNumber;

    fc.assert(
      fc.property(texts, (text) => {
        expect(found(text)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('is found with spaces and dashes between any digits', () => {
    const gap = fc.constantFrom('', '', ' ', '-', '  ', ' - ', '\u00A0', '\u2013', '\t', '\n');
    const texts = fc
      .tuple(numbers, fc.array(gap, { minLength: 18, maxLength: 18 }))
      .map(([number, gaps]) =>
        Array.from(number)
          .map((d, at) => d + (gaps[at] ?? ''))
          .join(''),
      );

    const found = containsCardNumber;

    fc.assert(
      fc.property(texts, (text) => {
        expect(found(text)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('is no card number when its check digit is wrong', () => {
    const wrong = fc
      .tuple(numbers, fc.integer({ min: 1, max: 9 }))
      .map(([number, by]) => number.slice(0, -1) + String((Number(number.slice(-1)) + by) % 10));

    const found = containsCardNumber;

    fc.assert(
      fc.property(wrong, (number) => {
        expect(found(number)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a card number', () => {
  test.each([
    ['the expiry date', '4111 1111 1111 1111 12/28'],
    ['a security code', '4111-1111-1111-1111 123'],
    ['a short number', '12 4111111111111111'],
    ['letters', 'card4111111111111111thanks'],
    ['another card number', '0000000000000000 4111111111111111'],
  ])('is found beside %s', (_, text) => {
    const found = containsCardNumber(text);

    expect(found).toBe(true);
  });

  test('is found right after a phone number', () => {
    const texts = fc.tuple(phoneNumbers, fc.constantFrom(' ', '-', ', '), cardNumbers);

    const found = containsCardNumber;

    fc.assert(
      fc.property(texts, (parts) => {
        expect(found(parts.join(''))).toBe(true);
      }),
    );
  });

  test.each(['+4111111111111111', '+4111 1111 1111 1111'])(
    'is found behind a plus sign: no phone number is that long (%s)',
    (text) => {
      const found = containsCardNumber(text);

      expect(found).toBe(true);
    },
  );

  test.each([
    ['an order number', 'ORD-20261120-4111111111111111'],
    ['a UUID', '0b6f3c1e-5d0a-4c8e-9a51-4111111111111111'],
  ])('is found in the disguise of %s', (_, text) => {
    const found = containsCardNumber(text);

    expect(found).toBe(true);
  });
});

describe('no card number is', () => {
  test.each([
    ['a text without digits', 'Thandi Sample'],
    ['an empty text', ''],
    ['a street', '12 Long Street, Unit 4, 8001 Cape Town'],
    ['a local phone number', '082 123 4567'],
    ['a local phone number beside a postal code', '0821234567 8001'],
    ['a number of zeros', '0000000000000000'],
    ['a number of another issuer', '9999999999999995'],
    ['a longer run of digits', '00004111111111111111'],
  ])('%s', (_, text) => {
    const found = containsCardNumber(text);

    expect(found).toBe(false);
  });

  test('an order number', () => {
    const numbers = fc
      .tuple(fc.integer({ min: 1, max: 999_999_999_999 }), fc.constantFrom('', 'E'))
      .map(([sequence, region]) => orderNumber('2026-11-20', sequence, region));

    const found = containsCardNumber;

    fc.assert(
      fc.property(words, numbers, (text, number) => {
        expect(found(`${text} ${number}`)).toBe(false);
      }),
    );
  });

  test('a phone number with its country code', () => {
    const numbers = phoneNumbers;

    const found = containsCardNumber;

    fc.assert(
      fc.property(words, numbers, (text, number) => {
        expect(found(`${text} ${number}`)).toBe(false);
      }),
    );
  });

  test('two phone numbers as people in South Africa write them', () => {
    const national = fc
      .tuple(fc.constantFrom('082', '011', '073', '021'), digits(3), digits(4))
      .chain((parts) => fc.constantFrom(' ', '-', '').map((gap) => parts.join(gap)));
    const texts = fc
      .tuple(national, fc.constantFrom(' / ', ', ', ' or ', ' '), national)
      .map((parts) => `Tel ${parts.join('')}`);

    const found = containsCardNumber;

    fc.assert(
      fc.property(texts, (text) => {
        expect(found(text)).toBe(false);
      }),
    );
  });

  test('a phone number of 13 digits without its plus', () => {
    const numbers = numbersOf('49', 13);

    const found = containsCardNumber;

    fc.assert(
      fc.property(numbers, (number) => {
        expect(found(`Tel ${number}`)).toBe(false);
      }),
    );
  });

  test('two phone numbers', () => {
    const pairs = fc.tuple(phoneNumbers, phoneNumbers);

    const found = containsCardNumber;

    fc.assert(
      fc.property(pairs, (pair) => {
        expect(found(pair.join(' '))).toBe(false);
      }),
    );
  });

  test('a phone number of 13 digits that passes for one', () => {
    const texts = numbersOf('4', 13).map(
      (n) => `Call +${n.slice(0, 2)} ${n.slice(2, 5)}-${n.slice(5)}`,
    );

    const found = containsCardNumber;

    fc.assert(
      fc.property(texts, (text) => {
        expect(found(text)).toBe(false);
      }),
    );
  });

  test('an order number whose sequence passes for one with what follows', () => {
    const texts = numbersOf('4', 16).map((n) => `ORD-20261120-${n.slice(0, 6)} ${n.slice(6)}`);

    const found = containsCardNumber;

    fc.assert(
      fc.property(texts, (text) => {
        expect(found(text)).toBe(false);
      }),
    );
  });

  test('a UUID', () => {
    const likeCards = numbersOf('4', 16).map(
      (n) => `${n.slice(0, 8)}-${n.slice(8, 12)}-${n.slice(12)}-8abc-0123456789ab`,
    );

    const found = containsCardNumber;

    fc.assert(
      fc.property(words, fc.oneof(fc.uuid(), likeCards), (text, uuid) => {
        expect(found(`${text} ${uuid}`)).toBe(false);
      }),
    );
  });
});

test('a long run of digits and gaps takes little time', () => {
  const text = '4 '.repeat(4000) + '+'.repeat(4000) + '1'.repeat(4000) + ' '.repeat(4000);
  const started = performance.now();

  containsCardNumber(text);

  expect(performance.now() - started).toBeLessThan(500);
});
