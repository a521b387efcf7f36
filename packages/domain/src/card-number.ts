/** Finds payment card numbers in free text, so that none is ever stored (R-DAT-06). */
import * as v from 'valibot';

const CardNumber = v.pipe(v.string(), v.creditCard());

// What has many digits and is no card: UUIDs, our order numbers, phone numbers in international form.
const harmless =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|ORD-\d{8}-[A-Z]?\d{5,}|\+\d[\d ()-]{6,22}/gi;
const digitGroups = /\d+(?:[ -]\d+)*/g;
const [shortestCard, longestCard] = [13, 19];

/** True when some run of digits in `text`, spaced or hyphenated or not, passes Luhn and has a card issuer's prefix. */
export const containsCardNumber = (text: string): boolean =>
  (text.replace(harmless, ' / ').match(digitGroups) ?? []).some((run) =>
    neighbouringGroups(run.split(/[ -]/)).some((digits) => v.is(CardNumber, digits)),
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
