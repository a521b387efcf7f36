/** Reads the figures of an invoice back out of its text: the amounts as integers of cents, from the page alone. */
import type { ReadPage } from './read-pdf.ts';

/** `−R 1 234,50` or `1 234,50`, in cents; a dash is nothing. */
const cents = (shown: string): number =>
  shown === '–' ? 0 : Number(shown.replace('−', '-').replaceAll(/[R ,]/g, ''));

const row = /^(\d+)\n(\d+: [^\n]+)\n([\d ]+)\n([\d ]+,\d\d)\n(–|[\d ]+,\d\d)\n([\d ]+,\d\d)$/gm;

/** Everything that looks like a line of the table. */
export const printedLines = (pages: readonly ReadPage[]) =>
  pages.flatMap(({ text }) =>
    Array.from(text.matchAll(row), ([, position, name, quantity, ...amounts]) => {
      const [unitPrice = NaN, discount = NaN, amount = NaN] = amounts.map(cents);
      return {
        position: Number(position),
        name,
        quantity: Number(quantity?.replaceAll(' ', '')),
        unitPrice,
        discount,
        amount,
      };
    }),
  );

/** The sums below the table, by their labels. */
export const printedSums = (pages: readonly ReadPage[]) => {
  const text = pages.map((page) => page.text).join('\n');
  const sums = text.slice(text.indexOf('Subtotal'));
  const after = (label: string, where = sums) =>
    cents(new RegExp(`${label}\\n(−?R [\\d ]+,\\d\\d)`).exec(where)?.[1] ?? 'none');
  return {
    subtotal: after('Subtotal'),
    discount: after('Discount'),
    shipping: after('Shipping'),
    tax: after('VAT'),
    total: after('Total'),
    /** The total as the band at the top shows it. */
    announced: after('Total', text),
  };
};
