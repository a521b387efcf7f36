/** The invoice's type: the fonts that the renderer draws with, what they can print, and how wide it is. */
import { Font } from '@react-pdf/renderer';
import { create, type Font as FontData } from 'fontkit';
import type { TypeStyle } from '../theme.ts';
import { fontFiles } from './font-files.ts';
import { printable } from './printable.ts';
import { makeShape, type Shape } from './shape.ts';

export const fontFamily = 'Noto Sans';

/** What the width of text depends on. */
type Face = Pick<TypeStyle, 'size' | 'weight'>;

export type Typeface = {
  /** The width in points of one line of printable text. */
  readonly measure: (text: string, face: Face) => number;
  /** The text with what the fonts lack replaced. */
  readonly print: (text: string) => string;
  /** How many characters `print` has replaced. */
  readonly replaced: () => number;
};

/** Wider characters, such as the three-em dash, count as lacking: how tall a text can get depends on it. In ems. */
const widest = 1.2;

const controls = /[\p{C}\p{Zl}\p{Zp}]/u;

type Loaded = { readonly shape: Shape; readonly data: FontData };

/** Makes a font known to the renderer. Handed over ready: the renderer would decode a data URL letter by letter. */
const load = (fontWeight: Face['weight'], file: Uint8Array): Loaded => {
  const data = create(file);
  const shape = makeShape(data);
  // The renderer asks the same object: it draws what was measured, and as fast.
  data.layout = shape;
  Font.register({ family: fontFamily, fontWeight, src: fontFamily });
  const source = Font.getFont({ fontFamily, fontWeight });
  source.data = data;
  source.loadResultPromise = Promise.resolve();
  return { shape, data };
};

let fonts: Record<Face['weight'], Loaded> | undefined;

/** The fonts, made once per process. */
const loadFonts = (): NonNullable<typeof fonts> => {
  fonts ??= { 400: load(400, fontFiles.regular), 700: load(700, fontFiles.bold) };
  return fonts;
};

/** Loads the fonts with the first call; each gives a typeface with a count of its own. */
export const loadTypeface = (): Typeface => {
  const fonts = loadFonts();
  let replaced = 0;
  const both = [fonts[400].data, fonts[700].data];
  const hasGlyph = (character: string): boolean => {
    const point = character.codePointAt(0) ?? 0;
    return (
      !controls.test(character) &&
      both.every(
        (data) =>
          data.hasGlyphForCodePoint(point) &&
          data.glyphForCodePoint(point).advanceWidth <= widest * data.unitsPerEm,
      )
    );
  };
  return {
    measure: (text, { weight, size }) => {
      const { shape, data } = fonts[weight];
      const width = shape(text).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
      return (width / data.unitsPerEm) * size;
    },
    print: (text) => {
      const result = printable(text, hasGlyph);
      replaced += result.replaced;
      return result.text;
    },
    replaced: () => replaced,
  };
};
