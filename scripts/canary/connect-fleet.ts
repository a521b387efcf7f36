/** Reaches the functions of an environment in each of its regions. Credentials are found as every AWS tool finds them. */
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';
import { oneOf, required } from '../lib/arguments.ts';
import { readEnvironments, type Environment } from '../lib/environments.ts';
import { cloudwatchSigns } from './cloudwatch-signs.ts';
import type { Fleet } from './fleet.ts';
import { lambdaAliases } from './lambda-aliases.ts';

/** The region may be dead: without these the SDK waits for minutes, while the other one goes on with the new versions. */
const requestHandler = {
  connectionTimeout: 2_000,
  requestTimeout: 8_000,
  throwOnRequestTimeout: true,
} as const;

export type ConnectedFleet = Fleet & {
  readonly accountId: string;
  readonly canary: Environment['canary'];
  /** Ends the clients' kept-alive connections. */
  readonly close: () => void;
};

/** @throws UsageError when the environment is missing or unknown */
export const connectFleet = (option: string | undefined): ConnectedFleet => {
  const environments = readEnvironments();
  const environment = oneOf('env', required('env', option), Object.keys(environments));
  const settings = environments[environment];
  if (!settings) throw new Error(`${environment} is not in terraform/environments.json.`);
  const { accountId, canary } = settings;
  const clients = settings.regions.map((region) => ({
    region,
    lambda: new LambdaClient({ region, maxAttempts: 5, requestHandler }),
    cloudwatch: new CloudWatchClient({ region, maxAttempts: 3, requestHandler }),
  }));
  return {
    environment,
    ...{ accountId, canary },
    functions: Object.keys(readFunctionsFile().functions),
    regions: clients.map(({ region, lambda, cloudwatch }) => ({
      name: region,
      aliases: lambdaAliases(lambda, { region, environment, accountId }),
      signs: cloudwatchSigns(cloudwatch, environment),
    })),
    close: () => {
      for (const { lambda, cloudwatch } of clients) {
        lambda.destroy();
        cloudwatch.destroy();
      }
    },
  };
};
