/** Widths of text, taken from the very fonts that the renderer draws with. */
import { Font } from '@react-pdf/renderer';
import { printable } from './printable.ts';
import type { TypeStyle } from './theme.ts';

export const fontFamily = 'Helvetica';

/** What the width of text depends on. */
type Face = Pick<TypeStyle, 'size' | 'weight'>;

/** The width in points of one line of text, as it will be printed. */
export type Measure = (text: string, face: Face) => number;

const loadFont = async (fontWeight: Face['weight']) => {
  const source = Font.getFont({ fontFamily, fontWeight });
  await source.load();
  if (source.data === null) throw new Error(`${fontFamily} ${String(fontWeight)} is not loaded.`);
  return source.data;
};

/** Loads the fonts of the invoice; the answer measures with them. */
export const loadMeasure = async (): Promise<Measure> => {
  const fonts = { 400: await loadFont(400), 700: await loadFont(700) };
  return (text, { weight, size }) => {
    const font = fonts[weight];
    const advances = font.layout(printable(text)).positions.map(({ xAdvance }) => xAdvance);
    return (advances.reduce((sum, advance) => sum + advance, 0) / font.unitsPerEm) * size;
  };
};
