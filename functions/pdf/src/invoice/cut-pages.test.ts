import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutPages } from './cut-pages.ts';

const room = { firstPage: 50, otherPages: 100 };
const rows = (...heights: number[]) => heights.map((height, index) => ({ height, index }));
const heightsOf = (pages: { height: number }[][]) =>
  pages.map((page) => page.map(({ height }) => height));

describe('cutting pages', () => {
  test('keeps rows and closing on one page when there is room', () => {
    const pages = cutPages(rows(10, 10), 30, room);

    expect(heightsOf(pages)).toEqual([[10, 10]]);
  });

  test('fills the first page, then the others', () => {
    const pages = cutPages(rows(30, 30, 40, 40, 10), 20, room);

    expect(heightsOf(pages)).toEqual([[30], [30, 40], [40, 10]]);
  });

  test('leaves the first page without rows when not even one fits there', () => {
    const pages = cutPages(rows(60, 20), 20, room);

    expect(heightsOf(pages)).toEqual([[], [60, 20]]);
  });

  test('moves the last rows along with a closing that needs a new page', () => {
    const pages = cutPages(rows(10, 10, 10, 10, 10), 40, room);

    expect(heightsOf(pages)).toEqual([
      [10, 10],
      [10, 10, 10],
    ]);
  });

  test('moves fewer rows along when more would not fit', () => {
    const pages = cutPages(rows(10, 15, 20), 75, room);

    expect(heightsOf(pages)).toEqual([[10, 15], [20]]);
  });

  test('never empties a page to accompany the closing', () => {
    const pages = cutPages(rows(40), 40, room);

    expect(heightsOf(pages)).toEqual([[40], []]);
  });

  test('puts every row on exactly one page, in order, and never more than fits', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 1, max: 100 }), (given, closing) => {
        const all = rows(...given);

        const pages = cutPages(all, closing, room);

        expect(pages.flat()).toEqual(all);
        pages.forEach((page, index) => {
          const end = index === pages.length - 1 ? closing : 0;
          const height = page.reduce((sum, row) => sum + row.height, end);
          expect(height).toBeLessThanOrEqual(index === 0 ? room.firstPage : room.otherPages);
        });
      }),
    );
  });
});
