import { describe, expect, test } from '@jest/globals';
import { errorCatalogue } from './error-catalogue.ts';
import { mostTenantChanges } from './order.ts';

const entries = Object.entries(errorCatalogue);

describe.each(entries)('%s', (code, { status, title, action }) => {
  test('is written in capitals', () => {
    const words = code.split('_');

    const wellFormed = words.every((word) => /^[A-Z]+$/.test(word));

    expect(wellFormed).toBe(true);
  });

  test('has the status of an error', () => {
    const kind = Math.floor(status / 100);

    const isError = kind === 4 || kind === 5;

    expect(isError).toBe(true);
  });

  test('has a title: a capital, and no period', () => {
    const form = /^[A-Z][^.\n]{5,}[^.\s]$/;

    const isTitle = form.test(title);

    expect(isTitle).toBe(true);
  });

  test('says what to do, in sentences', () => {
    const form = /^[A-Z].{10,}\.$/;

    const isSentence = form.test(action);

    expect(isSentence).toBe(true);
  });
});

test('no two errors have the same title', () => {
  const titles = entries.map(([, { title }]) => title);

  const distinct = new Set(titles);

  expect(distinct.size).toBe(titles.length);
});

test('an order takes as many changes as it says, beside its acceptance and its record', () => {
  const { action } = errorCatalogue.ORDER_CHANGED_TOO_OFTEN;

  expect(action).toContain(` ${String(mostTenantChanges - 2)} changes`);
});

test('a fault of our own tells nothing of its cause', () => {
  const fault = errorCatalogue.INTERNAL_ERROR;

  const { status, title } = fault;

  expect({ status, title }).toEqual({ status: 500, title: 'Something went wrong on our side' });
});
