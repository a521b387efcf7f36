import { expect, test } from '@jest/globals';
import { scaledClock } from './scaled-clock.ts';

test('a scaled clock starts at the real time and runs faster', () => {
  let real = 1_000_000;
  const clock = scaledClock(() => real, 20);

  expect(clock()).toBe(1_000_000);
  real += 150;
  expect(clock()).toBe(1_003_000);
});
