/** Where templates are uploaded to: each region has a bucket of its own, and the one that stands by wants the same looks. */
import { readEnvironments } from '../lib/environments.ts';
import { oneOf } from '../lib/arguments.ts';

/**
 * The regions of an environment, or the one that is named; `undefined` stands for the region that the local AWS is in.
 * @throws UsageError when the named one is none of them
 */
export const uploadRegions = (
  environment = 'local',
  region?: string,
): readonly (string | undefined)[] => {
  const regions = readEnvironments()[environment]?.regions;
  if (region === undefined) return regions ?? [undefined];
  return [oneOf('region', region, regions ?? [])];
};
