import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { lineOfText, oneLine } from './line-of-text.ts';

const schema = lineOfText(20);

describe('a line of text', () => {
  test.each(['Thandi Sample', 'Ñandú Łukasz', '北京市', 'ʻIolani', 'Zoë 👩🏽‍🌾', 'عمر', '<b>&"\''])(
    'may be %s',
    (text) => {
      const parsed = v.parse(schema, text);

      expect(parsed).toBe(text);
    },
  );

  test('loses the spaces around it', () => {
    const text = '  Thandi Sample \n';

    const parsed = v.parse(schema, text);

    expect(parsed).toBe('Thandi Sample');
  });

  test('has at least one character that is no space', () => {
    const texts = ['', ' ', '\t\n', '\u00A0', '\u200B', '\u3164', '\u115F\u1160', '\uFFA0'];

    const accepted = texts.filter((text) => v.is(schema, text));

    expect(accepted).toEqual([]);
  });

  test('has at most as many characters as it may have, spaces around it not counted', () => {
    const texts = [` ${'x'.repeat(20)} `, 'x'.repeat(21)];

    const accepted = texts.map((text) => v.is(schema, text));

    expect(accepted).toEqual([true, false]);
  });

  test.each([
    ['a line feed', '\n'],
    ['a carriage return', '\r'],
    ['a tabulator', '\t'],
    ['a null', '\0'],
    ['an escape', '\u001B'],
    ['a next-line control', '\u0085'],
    ['a line separator', '\u2028'],
    ['a paragraph separator', '\u2029'],
    ['a right-to-left override', '\u202E'],
    ['an isolate', '\u2066'],
    ['a byte order mark', '\uFEFF'],
    ['half a surrogate pair', '\uD83D'],
  ])('refuses %s', (_, character) => {
    const accepted = v.is(schema, `a${character}b`);

    expect(accepted).toBe(false);
  });

  test('holds no card number', () => {
    const text = 'No 4111111111111111';

    const result = v.safeParse(schema, text);

    expect(result.issues?.map(({ message }) => message)).toEqual([
      'must not contain a card number: never send card data to this service',
    ]);
  });

  test.each([42, null, undefined, ['a'], {}])('is not %p', (value) => {
    const accepted = v.is(schema, value);

    expect(accepted).toBe(false);
  });
});

describe('a foreign text', () => {
  test('over several lines becomes one', () => {
    const text = ' Rooibos\r\n\ttea,\u2028 80\u0000bags ';

    const line = oneLine(text);

    expect(line).toBe('Rooibos tea, 80 bags');
  });

  test('of one printable line stays as it is', () => {
    const text = 'Rooibos tea, 80 bags 🍵';

    const line = oneLine(text);

    expect(line).toBe(text);
  });

  test('always becomes a line of text, or nothing', () => {
    const wordsAndWorse = fc.constantFrom('tea', ' ', '\n', '\u202E', '\uFEFF', '\uD83D', '\0');
    const texts = fc.array(wordsAndWorse, { maxLength: 10 }).map((parts) => parts.join(''));
    const line = lineOfText(1000);

    const fits = (text: string) => text === '' || v.parse(line, text) === text;

    fc.assert(
      fc.property(texts, (text) => {
        expect(fits(oneLine(text))).toBe(true);
      }),
    );
  });
});
