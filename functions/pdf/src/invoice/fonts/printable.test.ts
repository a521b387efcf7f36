import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printable, replacement } from './printable.ts';

/** Fonts that have everything but capitals. */
const hasGlyph = (character: string) => !/\p{Lu}/u.test(character);
const everything = () => true;

describe('printable text', () => {
  test.each([
    ['of everyday', 'rooibos tea, 80 bags (2 × 40) @ r 50'],
    ['in Tshivenda', 'ṱhohoyanḓou, ṋaṅwaha, ḽ'],
    ['with marks that no letter contains', 'm̩ẹ́'],
  ])('%s stays as it is', (_, text) => {
    expect(printable(text, hasGlyph)).toEqual({ text: text.normalize('NFC'), replaced: 0 });
  });

  test('composes letters and their accents', () => {
    expect(printable('moe\u0308nie', hasGlyph)).toEqual({ text: 'moënie', replaced: 0 });
  });

  test('shows the plain letter of one that the fonts lack, and counts it', () => {
    const lacksOnlyBold = (character: string) => character !== '𝐚';

    expect(printable('te𝐚', lacksOnlyBold)).toEqual({ text: 'tea', replaced: 1 });
  });

  test('shows a letter without the tower of marks on it, and counts it', () => {
    expect(printable(`a${'\u0323'.repeat(9)}`, hasGlyph)).toEqual({ text: 'a', replaced: 1 });
  });

  test.each([
    ['an emoji of several code points', '👩‍👩‍👧‍👦!', `${replacement}!`, 1],
    ['each letter of a script that is joined', 'नमस्ते', replacement.repeat(3), 3],
    ['a mark without a letter', '\u0301', replacement, 1],
    ['what has no glyph', 'üÜ', `ü${replacement}`, 1],
  ])('replaces %s, and counts', (_, text, shown, replaced) => {
    const lacking = (character: string) =>
      hasGlyph(character) && !/\p{Emoji_Presentation}/u.test(character);

    expect(printable(text, lacking)).toEqual({ text: shown, replaced });
  });

  test('leaves out what no font shows, and does not count it', () => {
    const text = 'rooi\u00ADbos\u200B tea\uFE0F';

    expect(printable(text, everything)).toEqual({ text: 'rooibos tea', replaced: 0 });
  });

  test('has a glyph for every character, whatever it was made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const rare = (character: string) => /[a-z ]/.test(character);

        const { text: shown } = printable(`é${text}`, rare);

        expect(Array.from(shown).every((one) => rare(one) || one === replacement)).toBe(true);
      }),
    );
  });
});
