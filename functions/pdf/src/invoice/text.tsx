/** Text as a block: made printable, measured and broken into lines before the renderer sees it. */
import { Text } from '@react-pdf/renderer';
import type { Block } from './block.tsx';
import { fontFamily, type Typeface } from './fonts/typeface.ts';
import type { TypeStyle } from './theme.ts';
import { wrap } from './wrap.ts';

// Rounding must not make the renderer find a line too long that was measured as fitting.
const tolerance = 0.5;

// The renderer leaves out a line for which its box is too low by a rounding error: the box is this much higher.
const slack = 1;

// From the ascenders to the descenders of a line, as a part of its size.
const extent = 1.362;

const unbroken = (word: string): string[] => [word];

/** Text in a column of `width` points, in as many lines as it takes. */
export const text = (
  face: Typeface,
  content: string,
  { size, leading, weight, colour }: TypeStyle,
  width: number,
  textAlign: 'left' | 'right' = 'left',
): Block => {
  const fits = (line: string) => face.measure(line, { size, weight }) <= width - tolerance;
  const lines = wrap(face.print(content), fits);
  const height = lines.length * leading;
  const font = { fontFamily, fontSize: size, fontWeight: weight, lineHeight: leading / size };
  // The renderer leaves all of the leading below the line; half of it belongs above.
  const top = (leading - size * extent) / 2;
  const box = { width, height: height + slack, marginBottom: -slack };
  const element = (
    <Text style={{ ...font, ...box, color: colour, textAlign, top }} hyphenationCallback={unbroken}>
      {lines.join('\n')}
    </Text>
  );
  return { width, height, element };
};

/** Text on one line, as wide as it needs. */
export const label = (face: Typeface, content: string, style: TypeStyle): Block =>
  text(face, content, style, Math.ceil(face.measure(content, style) + 2 * tolerance));
