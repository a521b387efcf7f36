/** Which Terraform runs: with the offline provider where it lies beside the project, else with the registry's. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { root } from '../lib/root.ts';

const execute = promisify(execFile);

export type Terraform = {
  readonly program: string;
  readonly version: string;
  /** True with the provider that needs neither network nor account. */
  readonly isOffline: boolean;
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
};

const offline = `${root}/../shared/terraform-offline/tf`;

const versionOf = async (program: string): Promise<string> => {
  const { stdout } = await execute(program, ['version']);
  return /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? 'unknown';
};

/** @throws Error saying what to install when there is no Terraform on the PATH */
export const findTerraform = async (): Promise<Terraform> => {
  const version = await versionOf('terraform').catch(() => {
    throw new Error(
      'There is no terraform on the PATH. Install Terraform 1.11 or later: https://developer.hashicorp.com/terraform/install',
    );
  });
  const isOffline = existsSync(offline);
  return { program: isOffline ? offline : 'terraform', version, isOffline };
};
