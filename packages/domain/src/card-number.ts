/** Finds payment card numbers in free text, so that none is ever stored (R-DAT-06). */
import * as v from 'valibot';

const CardNumber = v.pipe(v.string(), v.creditCard());

// What has many digits and is no card: UUIDs, our order numbers, phone numbers in international form (7 to 13
// digits; longer ones look like cards). Each ends where its digits end, so that a card number right behind it is seen.
const harmless =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\d)|ORD-\d{8}-[A-Z]?\d{5,12}(?!\d)|\+\d(?:[ ()-]*\d){6,12}(?![ ()-]*\d)/gi;
// People, and what they copy from, put spaces, dots and dashes of many kinds between the groups, or nothing that is seen.
const digitGroups = /\d+(?:[\s\p{P}\p{S}\p{Cf}]{1,3}\d+)*/gu;
const separators = /[\s\p{P}\p{S}\p{Cf}]+/u;
const [shortestCard, longestCard] = [13, 19];

/** True when some run of digits in `text`, whatever stands between them, passes Luhn and has a card issuer's prefix. */
export const containsCardNumber = (text: string): boolean =>
  // Full-width digits and the like are digits to a reader. A letter in the place of what is harmless parts its neighbours.
  (text.normalize('NFKC').replace(harmless, ' x ').match(digitGroups) ?? []).some((run) =>
    neighbouringGroups(run.split(separators)).some((digits) => v.is(CardNumber, digits)),
  );

/** Every concatenation of neighbouring groups that has the length of a card number. */
const neighbouringGroups = (groups: readonly string[]): string[] =>
  groups.flatMap((_, start) => {
    const found: string[] = [];
    let digits = '';
    for (const group of groups.slice(start)) {
      digits += group;
      if (digits.length > longestCard) break;
      if (digits.length >= shortestCard) found.push(digits);
    }
    return found;
  });
