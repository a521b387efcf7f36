/** A copy of what Terraform reads, so that no state, lock file or provider of a check lands in the project. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { root } from '../lib/root.ts';

export type Workspace = {
  /** The copy of terraform/. */
  readonly terraform: string;
  readonly remove: () => Promise<void>;
};

/** What lies outside terraform/ and is read there: functions, keys, routes, zips. */
const read = [
  'functions/functions.json',
  'packages/dynamo/table.json',
  'packages/api/openapi.json',
];

// Plans and tests are made without the state of an account: it stays where it is.
const localBackend = 'terraform {\n  backend "local" {}\n}\n';

// The plans of three environments, and tests of all of them, are made in one account that none of them names.
const anyAccount = 'provider "aws" {\n  allowed_account_ids = []\n}\n';

/**
 * @param zips names of the functions whose zips lie in dist/
 * @param isInvented whether the account is: the configurations then take any
 */
export const makeWorkspace = async (
  zips: readonly string[],
  isInvented = false,
): Promise<Workspace> => {
  const folder = await mkdtemp(`${tmpdir()}/terraform-`);
  const terraform = `${folder}/terraform`;
  await cp(`${root}/terraform`, terraform, {
    recursive: true,
    filter: (path) => !/\/\.terraform(\/|\.lock\.hcl$|$)|\.tfstate/.test(path),
  });
  const files = [...read, ...zips.map((name) => `dist/${name}.zip`)];
  await Promise.all(files.map((file) => cp(`${root}/${file}`, `${folder}/${file}`)));
  await writeFile(`${terraform}/backend_override.tf`, localBackend);
  if (isInvented)
    await Promise.all(
      [terraform, `${terraform}/bootstrap`].map((path) =>
        writeFile(`${path}/provider_override.tf`, anyAccount),
      ),
    );
  return {
    terraform,
    remove: async () => {
      if (existsSync(folder)) await rm(folder, { recursive: true, force: true });
    },
  };
};
