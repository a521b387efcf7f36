/** Text as the fonts can show it. Knows nothing of pages. */

/** Tells whether a character has a glyph that may stand in a line of text. */
export type HasGlyph = (character: string) => boolean;

/** What is printed in the place of a character that no font has. */
export const replacement = '\uFFFD';

/** Marks on one letter, at most: a tower of them would reach into the lines above. */
const mostMarks = 3;

const marks = /\p{M}/gu;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Scripts that are set letter by letter. Others the fonts may have in part, but not the rules to join them. */
const simple =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+$/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const isWhole = (grapheme: string, hasGlyph: HasGlyph): boolean => {
  const [first = '', ...rest] = grapheme;
  return (
    simple.test(grapheme) &&
    !/^\p{M}/u.test(first) &&
    rest.length <= mostMarks &&
    [first, ...rest].every(hasGlyph)
  );
};

/** A grapheme as it is printed. */
const printed = (grapheme: string, hasGlyph: HasGlyph): string => {
  const visible = grapheme.replace(invisible, '');
  if (visible === '' || isWhole(visible, hasGlyph)) return visible;
  const letter = visible.normalize('NFKD').replace(marks, '');
  return letter.length === 1 && isWhole(letter, hasGlyph) ? letter : replacement;
};

/** A text as it is printed, and how many of its characters were replaced. */
export type Printable = { readonly text: string; readonly replaced: number };

/**
 * `text` with each character that the fonts lack replaced: by its plain letter where it has one (`𝐀` becomes `A`), else by
 * a sign that says so. A sign of several code points, such as the emoji of a family, is one character. Only what no font
 * shows, such as a soft hyphen, is left out.
 */
export const printable = (text: string, hasGlyph: HasGlyph): Printable => {
  const composed = text.normalize('NFC');
  if (/^[ -~]*$/.test(composed)) return { text: composed, replaced: 0 };
  const parts = Array.from(graphemes.segment(composed), ({ segment }) => ({
    visible: segment.replace(invisible, ''),
    shown: printed(segment, hasGlyph),
  }));
  return {
    text: parts.map(({ shown }) => shown).join(''),
    replaced: parts.filter(({ visible, shown }) => visible !== shown).length,
  };
};
