/** What a month is computed from: the environment, what runs there, what was measured, and how many orders come. */
import { readFileSync } from 'node:fs';
import { readFunctionsFile, type FunctionsFile } from '@bbws/local-aws/functions-file';
import { readEnvironments } from '../lib/environments.ts';
import { root } from '../lib/root.ts';
import { readMeasured, type Measured } from './measured-file.ts';
import type { PriceName } from './price-list.ts';
import { parseVariables, type Variables } from './tfvars.ts';

/** How much of something with a price a month uses, in the price's units. */
export type Use = {
  readonly price: PriceName;
  readonly region: string;
  readonly amount: number;
  /** True when the amount is an assumption (assumptions.ts), and not counted. */
  readonly assumed?: boolean;
};

export type Situation = Variables & {
  readonly environment: string;
  /** Where orders are written. */
  readonly primary: string;
  /** The region that stands by, if there is one. */
  readonly others: readonly string[];
  readonly functionsFile: FunctionsFile;
  readonly measured: Measured;
  /** A month. */
  readonly orders: number;
};

export const environmentNames = ['dev', 'sit', 'prod'] as const;
export type EnvironmentName = (typeof environmentNames)[number];

/** The environment as terraform/ describes it, and what was measured; for any number of orders. */
export const situationIn = (environment: EnvironmentName): ((orders: number) => Situation) => {
  const [primary, ...others] = readEnvironments()[environment]?.regions ?? [];
  if (primary === undefined) throw new Error(`environments.json has no region of ${environment}.`);
  const file = `terraform/${environment}.tfvars`;
  const known = {
    ...parseVariables(file, readFileSync(`${root}/${file}`, 'utf8')),
    environment,
    primary,
    others,
    functionsFile: readFunctionsFile(),
    measured: readMeasured(),
  };
  return (orders) => ({ ...known, orders });
};
