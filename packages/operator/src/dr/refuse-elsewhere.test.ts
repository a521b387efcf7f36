import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../refusal.ts';
import { refuseElsewhere } from './refuse-elsewhere.ts';

describe('a change in a region', () => {
  test.each([
    ['that writes', { region: 'af-south-1' }],
    ['where nobody has ever said who writes', undefined],
  ])('%s is let through', (_, flag) => {
    expect(() => {
      refuseElsewhere(flag, 'af-south-1');
    }).not.toThrow();
  });

  test.each([
    ['another region writes', 'eu-west-1', 'Set AWS_REGION=eu-west-1.'],
    ['the writer is being moved', 'none', 'Nobody writes'],
  ])('is refused when %s', (_, region, words) => {
    const change = () => {
      refuseElsewhere({ region }, 'af-south-1');
    };

    expect(change).toThrow(Refusal);
    expect(change).toThrow(words);
  });
});
