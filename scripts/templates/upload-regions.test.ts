import { describe, expect, test } from '@jest/globals';
import { uploadRegions } from './upload-regions.ts';

describe('uploadRegions', () => {
  test('are all regions of an environment', () => {
    expect(uploadRegions('prod')).toEqual(['af-south-1', 'eu-west-1']);
    expect(uploadRegions('dev')).toEqual(['eu-west-1']);
  });

  test('are the one that is named, when another one is dead', () => {
    expect(uploadRegions('prod', 'eu-west-1')).toEqual(['eu-west-1']);
  });

  test('are wherever the local AWS is', () => {
    expect(uploadRegions('local')).toEqual([undefined]);
    expect(uploadRegions()).toEqual([undefined]);
  });

  test.each([
    ['sit', 'af-south-1'],
    ['local', 'eu-west-1'],
  ])('refuses a region that %s does not have', (environment, region) => {
    expect(() => uploadRegions(environment, region)).toThrow('--region');
  });
});
