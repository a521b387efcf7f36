/** Free text of one line, as people type it. Bounded, printable, and never a card number (R-DAT-06). */
import * as v from 'valibot';
import { containsCardNumber } from './card-number.ts';

// Control and format characters that end a line, reverse it or hide in it: they have no place in one line of text.
const unprintable = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const gaps = new RegExp(String.raw`(?:\s|${unprintable.source})+`, 'gu');

/** Foreign text as one line of printable text: a product may be named over two lines. */
export const oneLine = (text: string): string => text.toWellFormed().replace(gaps, ' ').trim();

// Some letters, such as the Hangul filler, are there to show nothing.
const visible = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A line of text that a system wrote, such as a product's number: it may well look like a card's.
 * @param maximum longest accepted length, in UTF-16 units after trimming
 */
export const lineOfCode = (maximum: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.check((text) => text === '' || visible.test(text), 'must not be empty'),
    v.maxLength(maximum, `must have at most ${String(maximum)} characters`),
    v.check(
      (text) => text.isWellFormed() && !unprintable.test(text),
      'must be one line of printable text',
    ),
  );

/**
 * A line of text that a person wrote.
 * @param maximum longest accepted length, in UTF-16 units after trimming
 */
export const lineOfText = (maximum: number) =>
  v.pipe(
    lineOfCode(maximum),
    v.check(
      (text) => !containsCardNumber(text),
      'must not contain a card number: never send card data to this service',
    ),
  );
