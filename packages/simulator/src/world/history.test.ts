import { describe, expect, test } from '@jest/globals';
import { aCall } from '../testing/records.ts';
import { makeHistory } from './history.ts';

describe('the history', () => {
  test('gives calls in the order in which they happened, by subject and by invocation', () => {
    const history = makeHistory();
    const [one, other, again] = [
      aCall({ invocation: 1, subject: 'a' }),
      aCall({ invocation: 1, subject: 'b' }),
      aCall({ invocation: 2, subject: 'a' }),
    ];

    for (const call of [one, other, again]) history.addCall(call);

    expect(history.calls).toEqual([one, other, again]);
    expect(history.callsAbout('a')).toEqual([one, again]);
    expect(history.callsOf(1, 'a')).toEqual([one]);
    expect(history.callsOf(3, 'a')).toEqual([]);
    expect(history.callsAbout('c')).toEqual([]);
  });

  test('knows which invocation a fault hit, as far as it is about that subject', () => {
    const history = makeHistory();

    history.disturb(1, 'a');

    expect(history.isDisturbed(1, 'a')).toBe(true);
    expect(history.isDisturbed(1, 'b')).toBe(false);
    expect(history.isDisturbed(2, 'a')).toBe(false);
  });
});
