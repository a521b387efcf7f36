import { describe, expect, test } from '@jest/globals';
import { largestAmount } from '@bbws/domain/money';
import { aRecordedOrder } from '@bbws/domain/testing/builders';
import { makeMoneyFormat } from './format.ts';
import { renderInvoice } from './render-invoice.ts';
import { crowdedRuns, runsOutside } from './testing/geometry.ts';
import { campaign, extremes, lines, payment } from './testing/order-parts.ts';
import { readPdf } from './testing/read-pdf.ts';
import { aSupplier } from '@bbws/domain/testing/supplier';

const extremeSupplier = () =>
  aSupplier({
    name: 'W'.repeat(60),
    address: Array.from({ length: 5 }, () => 'W'.repeat(60)),
    registrationNumber: 'W'.repeat(30),
    bank: {
      name: 'W'.repeat(60),
      branchCode: '0'.repeat(6),
      account: '0'.repeat(16),
      reference: 'W'.repeat(60),
    },
    phone: '0'.repeat(30),
    terms: 'W'.repeat(400),
  });

const pagesOf = async (changes: object, supplier = aSupplier()) => {
  const settings = { timeZone: 'Africa/Johannesburg', supplier };
  const { pages } = await readPdf(await renderInvoice(aRecordedOrder(changes), settings));
  return pages;
};

const times = (text: string, part: string) => text.split(part).length - 1;

describe('an invoice of 100 lines', () => {
  test('has each line exactly once, in order', async () => {
    const pages = await pagesOf(lines(100));

    const names = pages.flatMap(({ text }) => text.match(/Item \d+\./g) ?? []);
    expect(pages.length).toBeGreaterThan(2);
    expect(names).toEqual(lines(100).items.map(({ productName }) => productName));
  });

  test('repeats the header of the table on every page', async () => {
    const pages = await pagesOf(lines(100));

    const header = '#\nDescription\nQuantity\nUnit price\nDiscount\nAmount (ZAR)';
    expect(pages.map(({ text }) => times(text, header))).toEqual(pages.map(() => 1));
  });

  test('names order and page number on every page', async () => {
    const pages = await pagesOf(lines(100));

    pages.forEach(({ text }, index) => {
      expect(text).toContain(`Page ${String(index + 1)} of ${String(pages.length)}`);
      expect(text).toContain('ORD-20261120-00001');
    });
  });

  test('has its sums once, at the end', async () => {
    const pages = await pagesOf(lines(100));

    expect(pages.map(({ text }) => times(text, 'Subtotal\n'))).toEqual(
      pages.map((_, index) => (index === pages.length - 1 ? 1 : 0)),
    );
  });
});

describe('the pages of an invoice', () => {
  test.each([1, 14, 15, 16, 17, 18, 24, 53])(
    'of %i lines stay within their margins, with room around every text',
    async (count) => {
      const pages = await pagesOf({ ...lines(count), ...payment, campaign });

      expect(pages.flatMap(runsOutside)).toEqual([]);
      expect(pages.flatMap(crowdedRuns)).toEqual([]);
    },
  );

  test.each(['ZAR', 'MWK', 'XOF', 'KWD', 'CLF'])(
    'show the largest total in %s on one line, wherever it stands',
    async (currency) => {
      const [page] = await pagesOf({ ...lines(1), currency, total: largestAmount });

      const spaced = (text = '') => text.replaceAll(/[\u00A0\u202F]/g, ' ');
      const { money } = makeMoneyFormat(aRecordedOrder({ currency }).currency);
      expect(times(spaced(page?.text), spaced(money(largestAmount)))).toBe(2);
    },
  );

  test.each(['W', '@', 'Ш', 'm̩', '№', '界', '🎉', 'ab ', 'r:'])(
    'stay so with every text at its longest, made of %j alone',
    async (pattern) => {
      const pages = await pagesOf(extremes(pattern), extremeSupplier());

      expect(pages.flatMap(runsOutside)).toEqual([]);
      expect(pages.flatMap(crowdedRuns)).toEqual([]);
    },
  );
});
