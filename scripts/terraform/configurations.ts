/** The configurations of terraform/ and what is asked of each. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import type { Outcome } from './run-terraform.ts';
import type { Steps } from './steps.ts';

export const environments = ['dev', 'sit', 'prod'] as const;
export type Environment = (typeof environments)[number];

/** What is done with a configuration beside `init`. */
export type Wishes = {
  readonly validate: boolean;
  readonly test: boolean;
  /** Environments whose var file is planned. */
  readonly plan: readonly Environment[];
};

/** A configuration: the root, bootstrap, or a module by itself. */
export type Configuration = {
  readonly name: string;
  readonly folder: string;
  /** Before the name of a plan's file. */
  readonly prefix: string;
};

export const rootOf = (terraform: string): Configuration => ({
  name: 'terraform',
  folder: terraform,
  prefix: '',
});

export const bootstrapOf = (terraform: string): Configuration => ({
  name: 'bootstrap',
  folder: `${terraform}/bootstrap`,
  prefix: 'bootstrap-',
});

/** Every module, each of which has tests. */
export const modulesOf = async (terraform: string): Promise<Configuration[]> =>
  (await readdir(`${terraform}/modules`)).toSorted().map((module) => ({
    name: `modules/${module}`,
    folder: `${terraform}/modules/${module}`,
    prefix: '',
  }));

/** `Success! 12 passed, 0 failed.` → 12 */
const passedIn = ({ stdout }: Outcome): number =>
  Number(/(\d+) passed, \d+ failed/.exec(stdout)?.[1] ?? 0);

const planFile = ({ prefix }: Configuration, environment: Environment): string =>
  `${prefix}${environment}.plan.json`;

const plan = async (
  { step }: Steps,
  configuration: Configuration,
  environment: Environment,
  out: string,
): Promise<void> => {
  const { name, folder } = configuration;
  const file = `${environment}.tfplan`;
  // The state is nobody's here: several plans may be made at once.
  const args = [
    'plan',
    '-no-color',
    '-lock=false',
    `-out=${file}`,
    `-var-file=${environment}.tfvars`,
  ];
  const made = await step(`${name}: plan ${environment}`, folder, args);
  if (!made.ok) return;
  const shown = await step(`${name}: show ${environment}`, folder, ['show', '-json', file]);
  if (!shown.ok) return;
  await mkdir(out, { recursive: true });
  await writeFile(`${out}/${planFile(configuration, environment)}`, shown.stdout);
};

/** Initialises and validates; gives whether the rest can go on. */
const prepare = async (
  { step }: Steps,
  { name, folder }: Configuration,
  { validate }: Wishes,
): Promise<boolean> => {
  if (!(await step(`${name}: init`, folder, ['init', '-no-color'])).ok) return false;
  return !validate || (await step(`${name}: validate`, folder, ['validate', '-no-color'])).ok;
};

const prove = async (
  steps: Steps,
  { configuration, wishes }: Wanted,
  out: string,
): Promise<number> => {
  const { name, folder } = configuration;
  const [tested] = await Promise.all([
    wishes.test ? steps.step(`${name}: test`, folder, ['test', '-no-color']) : undefined,
    ...wishes.plan.map((environment) => plan(steps, configuration, environment, out)),
  ]);
  return tested ? passedIn(tested) : 0;
};

/** A configuration and what is to be done with it. */
export type Wanted = { readonly configuration: Configuration; readonly wishes: Wishes };

/**
 * Does what is wanted, in that order as far as there is one: what takes longest comes first. What cannot be initialised or is
 * not valid is neither tested nor planned.
 * @param out where plans are written, as JSON
 * @returns how many test runs passed
 */
export const examine = async (
  steps: Steps,
  wanted: readonly Wanted[],
  out: string,
): Promise<number> => {
  const prepared = await Promise.all(
    wanted.map(async (each) => ({
      each,
      isReady: await prepare(steps, each.configuration, each.wishes),
    })),
  );
  const passed = await Promise.all(
    prepared.filter(({ isReady }) => isReady).map(({ each }) => prove(steps, each, out)),
  );
  return passed.reduce((sum, count) => sum + count, 0);
};
