/**
 * Sets words in glyphs and remembers them. fontkit takes a third of a millisecond for a few words, and the renderer asks
 * for each text more than once; an invoice repeats most of its words.
 */
import type { Font, Glyph, GlyphRun } from 'fontkit';

/** Glyphs of a line of text and where they stand. */
export type Shape = (text: string) => GlyphRun;

/** A new glyph for each character: no ligatures. A text read back from the PDF is then the text that went in. */
const features = { calt: false, ccmp: false, clig: false, liga: false, locl: false, rlig: false };

/** How many words are remembered; then they are forgotten. */
const mostWords = 5_000;

/** Figures stand in columns: all are of the same width, and none may move closer to its neighbour. */
const figure = /\d/;

/** Glyphs are made anew: fontkit's own remember which character first asked for them, and so would the PDF's bytes. */
const glyphOf = ({ id, advanceWidth }: Glyph, codePoint: number): Glyph => ({
  id,
  advanceWidth,
  codePoints: [codePoint],
});

const side = { yAdvance: 0, xOffset: 0, yOffset: 0 };

/** Every character for itself. */
const plainRun = (font: Font, codePoints: readonly number[]): GlyphRun => {
  const glyphs = codePoints.map((point) => glyphOf(font.glyphForCodePoint(point), point));
  const positions = glyphs.map(({ advanceWidth }) => ({ ...side, xAdvance: advanceWidth }));
  return { glyphs, positions };
};

const wordRun = (font: Font, layout: Font['layout'], word: string): GlyphRun => {
  const codePoints = Array.from(word, (character) => character.codePointAt(0) ?? 0);
  if (word.length === 1 || figure.test(word)) return plainRun(font, codePoints);
  const { glyphs, positions } = layout(word, features);
  // Text that is not shaped one to one is none that `printable` lets through.
  if (glyphs.length !== codePoints.length) return plainRun(font, codePoints);
  return {
    glyphs: glyphs.map((glyph, index) => glyphOf(glyph, codePoints[index] ?? 0)),
    positions,
  };
};

const words = /[ \n]|[^ \n]+/g;

/** Shapes with the font as it is now. Words are kerned, the spaces between them are not. */
export const makeShape = (font: Font): Shape => {
  const layout = font.layout.bind(font);
  const runs = new Map<string, GlyphRun>();
  const runOf = (word: string): GlyphRun => {
    const known = runs.get(word);
    if (known) return known;
    const run = wordRun(font, layout, word);
    if (runs.size >= mostWords) runs.clear();
    runs.set(word, run);
    return run;
  };
  return (text) => {
    const parts = (text.match(words) ?? []).map(runOf);
    return {
      glyphs: parts.flatMap(({ glyphs }) => glyphs),
      positions: parts.flatMap(({ positions }) => positions),
    };
  };
};
