import { expect, test } from '@jest/globals';
import { loadMeasure } from './measure.ts';
import { isPrintable } from './printable.ts';

const body = { size: 10, weight: 400 } as const;

test('a width grows with the size of the type', async () => {
  const measure = await loadMeasure();

  expect(measure('Tax Invoice', { ...body, size: 20 })).toBeCloseTo(
    2 * measure('Tax Invoice', body),
  );
});

test('bold type is wider', async () => {
  const measure = await loadMeasure();

  expect(measure('Total', { ...body, weight: 700 })).toBeGreaterThan(measure('Total', body));
});

test('letters are kerned', async () => {
  const measure = await loadMeasure();

  expect(measure('AV', body)).toBeLessThan(measure('A', body) + measure('V', body));
});

test('the fonts have every character that counts as printable', async () => {
  const measure = await loadMeasure();
  const everyCharacter = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

  const missing = everyCharacter.filter(
    (character) => isPrintable(character) && measure(character, body) === 0,
  );

  expect(missing).toEqual([]);
});
