/** The region that an option names, and the words for commands to run next. */
import { Refusal } from '@bbws/operator/refusal';
import { oneOf, required } from '../lib/arguments.ts';
import type { ReachedRegion, Regions } from './connect-regions.ts';

/** @throws UsageError when it is missing or no region of the environment */
export const namedRegion = (
  { regions }: Pick<Regions, 'regions'>,
  option: string,
  value: string | undefined,
): ReachedRegion => {
  const name = oneOf(
    option,
    required(option, value),
    regions.map((region) => region.name),
  );
  const [region] = regions.filter((one) => one.name === name);
  if (!region) throw new Error(`There is no region ${name}.`);
  return region;
};

/** @throws Refusal where there is nowhere to move to */
export const refuseSingleRegion = ({ environment, regions }: Regions): void => {
  if (regions.length > 1) return;
  throw new Refusal(
    `${environment} has one region, ${regions[0]?.name ?? 'none'}: there is nowhere to move the writer to.`,
  );
};

/** `pnpm dr failback --env prod --to af-south-1` */
export const drCommand = (
  { environment }: Pick<Regions, 'environment'>,
  command: string,
  rest = '',
): string =>
  ['pnpm dr', command, environment === 'local' ? '' : `--env ${environment}`, rest]
    .filter((part) => part !== '')
    .join(' ');
