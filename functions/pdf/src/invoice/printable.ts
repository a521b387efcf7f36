/**
 * Text as the standard PDF fonts can show it. They hold the characters of WinAnsi (Windows-1252) only; asked for any
 * other, they print nothing or the wrong sign. Knows nothing of pages.
 */
import { spellings } from './spellings.ts';

const winAnsi = /^[ -~\u00A0-\u00AC\u00AE-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/;

const marks = /\p{M}/gu;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** True when the standard fonts have every character of `text`. */
export const isPrintable = (text: string): boolean => winAnsi.test(text);

const asWinAnsi = (grapheme: string): string => {
  const visible = grapheme.replace(invisible, '');
  if (visible === '' || isPrintable(visible)) return visible;
  const letter = visible.normalize('NFKD').replace(marks, '');
  const plain = letter.length === 1 && isPrintable(letter) ? letter : '?';
  return spellings.get(visible) ?? spellings.get(letter) ?? plain;
};

/**
 * `text` with each character that the standard fonts lack replaced: by its plain letter where it has one (`ṱ` becomes
 * `t`), else by `?`. A sign of several code points, such as the emoji of a family, is one character. Only what no font
 * shows, such as a soft hyphen, is left out.
 */
export const printable = (text: string): string =>
  isPrintable(text)
    ? text
    : Array.from(graphemes.segment(text.normalize('NFC')), ({ segment }) =>
        asWinAnsi(segment),
      ).join('');
