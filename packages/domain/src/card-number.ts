/** Finds payment card numbers in free text, so that none is ever stored (R-DAT-06). */

/** Length of a card number in digits. Visa's old numbers of 13 are not issued any more; phone numbers often have 13. */
const [shortestCard, longestCard] = [14, 19];

// First digits of the networks in use: Visa, Mastercard and Mir (2, 5), Amex, Diners, JCB (3), Discover, Maestro, UnionPay,
// Verve, Elo, RuPay (5, 6). ISO/IEC 7812-1; no network has others.
const issuerPrefix = /^(?:4|5|6|3[0-9]|2(?:20|2[2-9]|[3-6]|7[0-2]))/;

// What has many digits and is no card: UUIDs, our order numbers, phone numbers in national form, and in international form
// with 7 to 13 digits. Each ends where its digits end, so that a card number right behind it is seen.
const harmless = new RegExp(
  [
    String.raw`[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\d)`,
    String.raw`ORD-\d{8}-[A-Z]?\d{5,12}(?!\d)`,
    String.raw`\+\d(?:[ ()-]*\d){6,12}(?![ ()-]*\d)`,
    String.raw`(?<!\d[ -]?)0\d{1,2}[ -]?\d{3}[ -]?\d{4}(?!\d)`,
  ].join('|'),
  'gi',
);
// People, and what they copy from, put spaces, dots and dashes of many kinds between the groups, or nothing that is seen.
const digitGroups = /\d+(?:[\s\p{P}\p{S}\p{Cf}]{1,3}\d+)*/gu;
const separators = /[\s\p{P}\p{S}\p{Cf}]+/u;

/** True when some run of digits in `text`, whatever stands between them, passes Luhn and has a card issuer's prefix. */
export const containsCardNumber = (text: string): boolean =>
  // Full-width digits and the like are digits to a reader. A letter in the place of what is harmless parts its neighbours.
  (text.normalize('NFKC').replace(harmless, ' x ').match(digitGroups) ?? []).some((run) =>
    neighbouringGroups(run.split(separators)).some(
      (digits) => issuerPrefix.test(digits) && passesLuhn(digits),
    ),
  );

/** The check that card numbers carry in their last digit (ISO/IEC 7812-1, annex B). */
const passesLuhn = (digits: string): boolean => {
  const sum = Array.from(digits, Number)
    .toReversed()
    .reduce((total, digit, index) => {
      const weighed = index % 2 === 0 ? digit : digit * 2;
      return total + (weighed > 9 ? weighed - 9 : weighed);
    }, 0);
  return sum % 10 === 0;
};

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
