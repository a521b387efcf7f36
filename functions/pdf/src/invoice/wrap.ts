/** Breaks text into lines. Done here and not by the renderer, so that heights are known before pages are cut. */

/** Tells whether a line is short enough. */
export type Fits = (line: string) => boolean;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cuts a word into lines that are full, and what is left for the next one. A letter keeps its marks. */
const chop = (word: string, fits: Fits): { full: string[]; rest: string } => {
  const full: string[] = [];
  let rest = '';
  for (const { segment: character } of graphemes.segment(word)) {
    if (rest !== '' && !fits(rest + character)) {
      full.push(rest);
      rest = '';
    }
    rest += character;
  }
  return { full, rest };
};

/** The lines of `text`, broken at spaces; a word that is too long for any line is cut where the line ends. */
export const wrap = (text: string, fits: Fits): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
    } else {
      const { full, rest } = chop(word, fits);
      lines.push(line, ...full);
      line = rest;
    }
  }
  return [...lines, line].filter((finished) => finished !== '');
};
