/** The day changes while orders come. */
import { play } from '../play/play.ts';
import { plainWishes } from './plain-wishes.ts';
import { resultOf, type Scenario } from './scenario.ts';

const minute = 60_000;
/** Midnight in Johannesburg. */
const midnight = Date.parse('2026-11-20T22:00:00Z');
const start = midnight - 5 * minute;
const orders = 200;

const expectedNumbers = (): string[] => {
  const numbersOf = (day: string) =>
    Array.from(
      { length: orders / 2 },
      (_, index) => `ORD-${day}-${String(index + 1).padStart(5, '0')}`,
    );
  return [...numbersOf('20261120'), ...numbersOf('20261121')];
};

export const dayChange: Scenario = {
  name: 'midnight',
  what: 'One tenant orders every three seconds from five minutes before midnight to five minutes after it.',
  expected:
    'The numbers of both days count from 00001 without a gap, and each names the day of its order.',
  run: async () => {
    const played = await play({
      seed: 1,
      start,
      calm: start + 15 * minute,
      wishes: plainWishes({ orders, first: start, every: 3_000, tenantId: 'tenant-midnight' }),
      faults: () => undefined,
    });
    const numbers = played.final.facts
      .map(({ stored }) => stored?.order.orderNumber ?? 'none')
      .toSorted();
    return resultOf(played, { orders, first: numbers[0] ?? '', last: numbers.at(-1) ?? '' }, [
      ['numbers without gap or double', numbers.join() === expectedNumbers().join()],
    ]);
  },
};
