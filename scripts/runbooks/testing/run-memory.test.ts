import { describe, expect, test } from '@jest/globals';
import { makeRunMemory } from './run-memory.ts';

const audit = 'pnpm audit:orders --order ID';

describe('the memory of what was run', () => {
  test('knows a line and the code that it ended with', () => {
    const memory = makeRunMemory();

    memory.note(audit, 0);

    expect(memory.knows(audit, 0)).toBe(true);
    expect(memory.knows(audit, 1)).toBe(false);
  });

  test('lasts over a line that only shows something', () => {
    const memory = makeRunMemory();
    memory.note(audit, 0);

    memory.note('pnpm order erase --order ID', 2);

    expect(memory.knows(audit, 0)).toBe(true);
  });

  test('ends with a line that changes something, which is known itself', () => {
    const memory = makeRunMemory();
    memory.note(audit, 0);

    memory.note('pnpm order erase --order ID --yes', 0);

    expect(memory.knows(audit, 0)).toBe(false);
    expect(memory.knows('pnpm order erase --order ID --yes', 0)).toBe(true);
  });
});
