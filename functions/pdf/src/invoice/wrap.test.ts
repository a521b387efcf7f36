import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wrap } from './wrap.ts';

const tenWide = (line: string) => line.length <= 10;

describe('breaking text into lines', () => {
  test('leaves text that fits on one line', () => {
    expect(wrap('Enamel mug', tenWide)).toEqual(['Enamel mug']);
  });

  test('breaks at the last space that fits', () => {
    expect(wrap('a mug of blue enamel', tenWide)).toEqual(['a mug of', 'blue', 'enamel']);
  });

  test('cuts a word that is longer than a line', () => {
    expect(wrap('abcdefghijklmno', tenWide)).toEqual(['abcdefghij', 'klmno']);
  });

  test('begins a long word on a line of its own and goes on behind it', () => {
    expect(wrap('to abcdefghijklm it', tenWide)).toEqual(['to', 'abcdefghij', 'klm it']);
  });

  test('gives a character to a line even if it is too wide', () => {
    expect(wrap('ab', () => false)).toEqual(['a', 'b']);
  });

  test('gives no line for text without characters', () => {
    expect(wrap('  ', tenWide)).toEqual([]);
  });

  test('keeps every character but the spaces, in order, on lines that fit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const lines = wrap(text, tenWide);

        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(lines.every(tenWide)).toBe(true);
      }),
    );
  });
});
