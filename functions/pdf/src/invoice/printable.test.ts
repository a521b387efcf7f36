import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPrintable, printable } from './printable.ts';

describe('printable text', () => {
  test.each([
    ['of everyday', 'Rooibos tea, 80 bags (2 × 40) @ R 50'],
    ['with typographic quotes and dashes', '“Môre” – ‘n koppie…'],
    ['in Western European languages', 'Größe für 5 €, façade, Ærøskøbing, señor'],
  ])('%s stays as it is', (_, text) => {
    expect(printable(text)).toBe(text);
  });

  test.each([
    ['Tshivenda letters', 'Ṱhohoyanḓou, ṋaṅwaha', 'Thohoyandou, nanwaha'],
    ['Polish letters', 'Łódź', 'Lódz'],
    ['the Afrikaans article', 'ŉ Boek', '’n Boek'],
    ['clicks', 'ǃke e: ǀxarra ǁke', '!ke e: |xarra ||ke'],
    ['ligatures', 'oﬃce', 'office'],
    ['hyphens that do not break', 'A4\u2011paper', 'A4-paper'],
    ['a narrow space', '5\u202Fkg', '5 kg'],
  ])('spells %s in plain letters', (_, text, plain) => {
    expect(printable(text)).toBe(plain);
  });

  test('composes letters and their accents', () => {
    expect(printable('Moe\u0308nie')).toBe('Moënie');
  });

  test.each([
    ['an emoji', 'Tea 🎉', 'Tea ?'],
    ['an emoji of several code points', '👩‍👩‍👧‍👦!', '?!'],
    ['each letter of another script', '茶叶', '??'],
    ['a mark without a letter', '\u0301', '?'],
    ['half a surrogate pair', '\uD83C', '?'],
    ['a line break', 'one\ntwo', 'one?two'],
  ])('shows %s as a question mark', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('leaves out what no font shows', () => {
    expect(printable('rooi\u00ADbos\u200B tea\uFE0F')).toBe('rooibos tea');
  });

  test('is printable whatever it was made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isPrintable(printable(text))).toBe(true);
      }),
    );
  });
});
