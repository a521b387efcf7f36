import { describe, expect, test } from '@jest/globals';
import { chance, chanceFrom } from './chance.ts';

describe('chance', () => {
  test('is the same for the same name, today and on every machine', () => {
    expect(chance('a', 1)).toBe(0.3094688761048019);
    expect(chance(1, 'whole', 'pdf UpdateItem x 1')).toBe(0.33791441447101533);
  });

  test('tells the parts of a name apart', () => {
    expect(chance('ab', 'c')).not.toBe(chance('a', 'bc'));
    expect(chance(1, 2)).not.toBe(chance(12));
  });

  test('is spread evenly from 0 to 1', () => {
    const names = 20_000;
    const tenths = Array.from({ length: 10 }, () => 0);

    for (let name = 0; name < names; name += 1) {
      const tenth = Math.floor(chance('spread', name) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }

    expect(tenths).toHaveLength(10);
    for (const count of tenths) expect(Math.abs(count - names / 10)).toBeLessThan(150);
  });
});

describe('a source of chance', () => {
  test('gives the same numbers for the same seed, one after the other', () => {
    const drawn = chanceFrom('world 1');

    expect([drawn(), drawn()]).toEqual([0.07188206911087036, 0.3095529559068382]);
  });

  test('gives other numbers for another seed', () => {
    expect(chanceFrom('world 2')()).not.toBe(chanceFrom('world 1')());
  });
});
