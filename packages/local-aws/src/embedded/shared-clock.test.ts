import { expect, test } from '@jest/globals';
import { clockMemory, readClock, setClock } from './shared-clock.ts';

test('a shared clock shows what it was set to', () => {
  const memory = clockMemory();

  setClock(memory, 1_795_000_000_123);

  expect(readClock(memory)).toBe(1_795_000_000_123);
});
