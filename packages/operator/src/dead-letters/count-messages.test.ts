import { describe, expect, test } from '@jest/globals';
import { heldByOthers } from './count-messages.ts';

describe('messages that others hold', () => {
  test.each([
    ['none, when none is under way', { waiting: 5, underWay: 0 }, 2, 0],
    ['all that are under way, when what waited was taken', { waiting: 5, underWay: 3 }, 5, 3],
    ['all that are under way, when only some was taken', { waiting: 5, underWay: 3 }, 1, 3],
    ['none, when all were taken and the figure is old', { waiting: 0, underWay: 5 }, 5, 0],
    ['none, when more were taken than were counted', { waiting: 1, underWay: 1 }, 9, 0],
  ])('are %s', (_, counts, taken, held) => {
    expect(heldByOthers(counts, taken)).toBe(held);
  });
});
