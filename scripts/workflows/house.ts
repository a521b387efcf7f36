/** Everything that the rules of the workflows compare: the files of .github, and what they must agree with. */
import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { readEnvironments, type Environment } from '../lib/environments.ts';
import { root } from '../lib/root.ts';
import {
  readDeliveryRules,
  type DeliveryRules,
  type EnvironmentName,
} from '../pipeline/delivery-rules.ts';
import { readCoverage, type Coverage } from './coverage.ts';
import {
  parseAction,
  parseWorkflow,
  type Action,
  type SourceFile,
  type Workflow,
} from './model.ts';

export type House = {
  readonly workflows: readonly Workflow[];
  readonly actions: readonly Action[];
  /** .github/environments.json. */
  readonly delivery: Readonly<Record<EnvironmentName, DeliveryRules>>;
  /** terraform/environments.json. */
  readonly accounts: Readonly<Record<string, Environment>>;
  /** Which step is run where else, or why nowhere. */
  readonly coverage: Coverage;
};

/** Gives what is wrong: a line for each, none when all is well. */
export type Rule = (house: House) => readonly string[];

/** The workflows and actions of the project, as they are on disk. */
export const sourceFiles = (): readonly SourceFile[] =>
  globSync(['.github/workflows/*.{yml,yaml}', '.github/actions/*/action.{yml,yaml}'], { cwd: root })
    .toSorted()
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));

/** @throws Error when a file has a form that the house does not write */
export const houseOf = (files: readonly SourceFile[]): House => ({
  workflows: files.filter(({ path }) => path.includes('/workflows/')).map(parseWorkflow),
  actions: files.filter(({ path }) => path.includes('/actions/')).map(parseAction),
  delivery: readDeliveryRules(),
  accounts: readEnvironments(),
  coverage: readCoverage(),
});

/** The workflow that deploys each environment. An environment without one is in `missing`. */
export const deployments = ({ workflows, delivery }: House) =>
  (['dev', 'sit', 'prod'] as const).map((environment) => ({
    environment,
    rules: delivery[environment],
    workflow: workflows.find(({ name }) => name === delivery[environment].workflow),
  }));
