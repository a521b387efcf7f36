import { expect, test } from '@jest/globals';
import { bucketSuffix } from './environments.ts';

test.each([
  ['prod', 'af-south-1', ''],
  ['prod', 'eu-west-1', '-eu-west-1'],
  ['sit', 'eu-west-1', ''],
  ['local', 'eu-west-1', ''],
])('The buckets of %s in %s end with "%s"', (environment, region, suffix) => {
  expect(bucketSuffix(environment, region)).toBe(suffix);
});
