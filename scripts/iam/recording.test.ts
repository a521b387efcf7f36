import { describe, expect, test } from '@jest/globals';
import { foldCalls, recordingIn } from './recording.ts';
import { aCall } from './testing/a-plan.ts';

const line = (changes: Parameters<typeof aCall>[0] = {}) => `${JSON.stringify(aCall(changes))}\n`;
const bundles = { pdf: '0123456789abcdef' };

describe('The calls of many tests', () => {
  test('are kept once each, in an order of their own', () => {
    const second = { action: 'dynamodb:GetItem' };

    const calls = foldCalls([line() + line(second), line()], bundles);

    expect(calls).toEqual([aCall(second), aCall()]);
  });

  test('are those of the bundles that are built, and of no others', () => {
    expect(foldCalls([line({ bundle: 'fedcba9876543210' })], bundles)).toEqual([]);
    expect(foldCalls([line({ function: 'echo' })], bundles)).toEqual([]);
  });
});

describe('A recording', () => {
  const recording = { tests: 'all tests', bundles, calls: [aCall()] };
  const text = JSON.stringify(recording);

  test('counts for the bundles that it was made with', () => {
    expect(recordingIn(text, bundles)).toEqual(recording);
  });

  test('does not count once a bundle has changed, or a function is new', () => {
    expect(recordingIn(text, { pdf: 'fedcba9876543210' })).toEqual({
      missing: 'The recorded calls are those of other bundles: pdf.',
    });
    expect(recordingIn(text, { ...bundles, archive: '0' })).toEqual({
      missing: 'The recorded calls are those of other bundles: archive.',
    });
  });

  test('may be missing', () => {
    expect(recordingIn(undefined, bundles)).toEqual({ missing: 'No calls are recorded.' });
  });
});
