import { Uuid } from '@bbws/domain/identifiers';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { idsFrom } from './ids.ts';

const some = (seed: string, count = 100): string[] => {
  const next = idsFrom(seed);
  return Array.from({ length: count }, () => next());
};

describe('ids that can be repeated', () => {
  test('are UUIDs of version 4, each another one', () => {
    const ids = some('ids 1');

    for (const id of ids) {
      expect(v.is(Uuid, id)).toBe(true);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('are the same for the same seed, and others for another', () => {
    expect(some('ids 1')).toEqual(some('ids 1'));
    expect(some('ids 1').filter((id) => some('ids 2').includes(id))).toEqual([]);
  });
});
