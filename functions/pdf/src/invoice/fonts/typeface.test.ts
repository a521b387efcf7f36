import { describe, expect, test } from '@jest/globals';
import { loadTypeface } from './typeface.ts';

const body = { size: 10, weight: 400 } as const;

describe('the width of text', () => {
  test('grows with the size of the type', () => {
    const { measure } = loadTypeface();

    expect(measure('Tax Invoice', { ...body, size: 20 })).toBeCloseTo(
      2 * measure('Tax Invoice', body),
    );
  });

  test('is larger in bold', () => {
    const { measure } = loadTypeface();

    expect(measure('Total', { ...body, weight: 700 })).toBeGreaterThan(measure('Total', body));
  });

  test('is less where letters are kerned', () => {
    const { measure } = loadTypeface();

    expect(measure('AV', body)).toBeLessThan(measure('A', body) + measure('V', body));
  });

  test.each([400, 700] as const)('is the same for all figures, in weight %i', (weight) => {
    const { measure } = loadTypeface();

    const widths = Array.from({ length: 10 }, (_, digit) =>
      measure(`${String(digit).repeat(3)},00`, { size: 10, weight }),
    );

    expect(new Set(widths).size).toBe(1);
  });
});

describe('the fonts', () => {
  test.each([
    ['Afrikaans', 'ŉ Môre, sê vir Zoë: geïnteresseerd, hóé, ’n koppie'],
    ['isiZulu and isiXhosa', 'Ngiyabonga, uMgungundlovu; iQonce, iRhini, Ǹ'],
    ['Sesotho sa Leboa and Setswana', 'Š š Ê ê Ô ô tšhelete, Gauteng, mošomo'],
    ['Tshivenda', 'Ḓ ḓ Ḽ ḽ Ṋ ṋ Ṅ ṅ Ṱ ṱ Ṱhohoyanḓou'],
    ['Xitsonga, siSwati and isiNdebele', 'Xitsonga, siSwati, isiNdebele, ṅ'],
    ['Khoekhoegowab and Nǀuu', 'ǀ ǁ ǂ ǃ ʘ ā ē î ō û ǃke e: ǀxarra ǁke'],
    ['neighbours and guests', 'Łódź, São Tomé, Größe, Ærøskøbing, Việt Nam, Ελλάδα, Україна'],
    ['trade', '€ £ ₦ ₹ – — “ ” ‘ ’ … • × № % ½ ²'],
  ])('have the characters of %s', (_, text) => {
    const { print, replaced } = loadTypeface();

    expect(print(text)).toBe(text.normalize('NFC'));
    expect(replaced()).toBe(0);
  });

  test('replace visibly what they lack', () => {
    const { print, replaced, measure } = loadTypeface();

    const printed = print('Tea 🎉 茶');

    expect(printed).toBe('Tea \uFFFD \uFFFD');
    expect(replaced()).toBe(2);
    expect(measure('\uFFFD', body)).toBeGreaterThan(5);
  });

  test('have the sign of every currency', () => {
    const { print, replaced } = loadTypeface();

    for (const currency of Intl.supportedValuesOf('currency'))
      print(new Intl.NumberFormat('en-ZA', { style: 'currency', currency }).format(1));

    expect(replaced()).toBe(0);
  });

  test('have a width for everything that they print, and of 1.2 ems at most', () => {
    const { print, measure } = loadTypeface();
    const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code));

    const printed = [...new Set(all.map(print))].filter((character) => character.length === 1);
    const odd = printed.filter((character) => {
      const width = measure(character, { size: 1, weight: 700 });
      return width > 1.2 || (width === 0 && !/\p{M}/u.test(character));
    });

    expect(odd).toEqual([]);
  });
});
