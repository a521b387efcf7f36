/** Every region of an environment, for `pnpm dr`. Nothing is asked of a region before somebody wants to know. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { tableOf, type Table } from '@bbws/dynamo/table';
import { moveWriterFlag, readWriterFlag } from '@bbws/dynamo/writer-flag';
import { destroyClients, makeClients, type Clients } from '@bbws/local-aws/clients';
import { queueConsumers, readFunctionsFile } from '@bbws/local-aws/functions-file';
import { queueNames, resourceNames } from '@bbws/local-aws/resources/names';
import { readTableFile } from '@bbws/local-aws/table-file';
import { queueDepths } from '@bbws/operator/dr/queue-depths';
import type { Region } from '@bbws/operator/dr/region';
import { oneOf, UsageError } from '../lib/arguments.ts';
import { findQueues, type FoundQueue } from '../lib/find-queues.ts';
import { readRunningService, type RunningService } from '../lib/running-service.ts';
import { checkHealth } from './check-health.ts';
import { localRegions, readEnvironments } from '../lib/environments.ts';
import { regionClients } from './region-clients.ts';

/** A region, and what replays in it are made of. */
export type ReachedRegion = Region & {
  readonly table: Table;
  readonly sqs: SQSClient;
  readonly s3: S3Client;
  readonly ordersBucket: string;
  /** By the name of the function that reads the queue. */
  readonly findQueues: () => Promise<Readonly<Record<string, FoundQueue>>>;
};

export type Regions = {
  /** `dev`, `sit`, `prod` or `local`. */
  readonly environment: string;
  /** Where that is, in words. */
  readonly where: string;
  /** The API's public name, which DNS leads to one of the regions; absent where there is no DNS. */
  readonly apiDomain?: string;
  /** How much faster than real time the queues' clock runs; 1 on AWS. */
  readonly timeScale: number;
  /** The first region first. */
  readonly regions: readonly ReachedRegion[];
  readonly close: () => void;
};

/**
 * @param environment as in `--env`; may be missing while `pnpm start` runs
 * @throws UsageError when it is missing, unknown or not running
 */
export const connectRegions = (
  environment: string | undefined,
  readRunning: () => RunningService | undefined = readRunningService,
): Regions => {
  const name = environment ?? 'local';
  if (name === 'local') return connectLocal(environment, readRunning);
  const environments = readEnvironments();
  const { accountId, regions, apiDomain } =
    environments[oneOf('env', name, [...Object.keys(environments), 'local'])] ?? unknown(name);
  return reach({
    environment: name,
    where: `account ${accountId}`,
    apiDomain,
    timeScale: 1,
    regions: regions.map((region, index) => ({
      ...{ name: region, suffix: name, accountId, clients: regionClients(region) },
      bucketSuffix: index === 0 ? '' : `-${region}`,
      // A region's own name is there to tell two apart.
      healthUrl: `https://${regions.length > 1 ? `${region}.` : ''}${apiDomain}/health`,
    })),
  });
};

const unknown = (name: string): never => {
  throw new UsageError(`--env ${name} is not in terraform/environments.json.`);
};

/** Both regions are the one local AWS. */
const connectLocal = (
  environment: string | undefined,
  readRunning: () => RunningService | undefined,
): Regions => {
  const isNamed = Object.keys(process.env).some((one) => one.startsWith('AWS_ENDPOINT_URL'));
  const running = isNamed ? undefined : readRunning();
  if (!running && environment === undefined)
    throw new UsageError('Name the environment: --env dev, sit or prod (or run `pnpm start`).');
  if (!running && !isNamed)
    throw new UsageError(
      'No local AWS runs. Start one with `pnpm start`, or name one in AWS_ENDPOINT_URL.',
    );
  return reach({
    environment: 'local',
    where: running
      ? `the service of pnpm start (${running.apiUrl})`
      : 'the AWS of AWS_ENDPOINT_URL',
    timeScale: running?.timeScale ?? 1,
    regions: localRegions.map((name) => ({
      name,
      suffix: running?.environment ?? 'local',
      clients: running ? makeClients(running.endpoints) : regionClients(localRegions[0]),
      bucketSuffix: '',
      ...(running && { healthUrl: `${running.apiUrl}/health` }),
    })),
  });
};

type Place = {
  readonly name: string;
  /** Suffix of every resource's name. */
  readonly suffix: string;
  /** Buckets have names of the whole world: those of further regions end with the region. */
  readonly bucketSuffix: string;
  readonly clients: Clients;
  readonly accountId?: string;
  readonly healthUrl?: string;
};

type Reach = Omit<Regions, 'regions' | 'close'> & { readonly regions: readonly Place[] };

const reach = ({ regions, ...about }: Reach): Regions => ({
  ...about,
  regions: regions.map(reachedRegion),
  close: () => {
    for (const { clients } of regions) destroyClients(clients);
  },
});

const reachedRegion = ({ name, suffix, bucketSuffix, clients, accountId, healthUrl }: Place) => {
  const names = resourceNames(readTableFile(), suffix);
  const table = tableOf(clients.dynamodb, names.table);
  const wanted = queueConsumers(readFunctionsFile()).map((consumer) => ({
    functionName: consumer.name,
    ...queueNames(consumer, suffix),
  }));
  const queuesHere = async () => {
    const { account, queues, missing } = await findQueues(clients.sqs, wanted, name);
    // A region that lacks one must not take over.
    for (const { error } of missing) throw error;
    if (accountId === undefined || account === accountId) return queues;
    throw new Error(`This is account ${account}, and not ${accountId}: set AWS_PROFILE`);
  };
  return {
    name,
    table,
    sqs: clients.sqs,
    s3: clients.s3,
    ordersBucket: `${names.ordersBucket}${bucketSuffix}`,
    findQueues: queuesHere,
    readFlag: readWriterFlag(table),
    moveFlag: moveWriterFlag(table),
    checkHealth: healthUrl === undefined ? undefined : () => checkHealth(healthUrl),
    queueDepths: async () =>
      queueDepths(
        clients.sqs,
        Object.entries(await queuesHere()).map(([functionName, pair]) => ({
          ...pair,
          name: functionName,
        })),
      ),
  };
};
