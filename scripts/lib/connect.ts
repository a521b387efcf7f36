/**
 * The service's resources in an environment, for the operator's commands: dev, sit, prod, or the local AWS of `pnpm start`.
 * Account, region and endpoint are found as every AWS tool finds them: AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL and so on.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { tableOf, type Table } from '@bbws/dynamo/table';
import { destroyClients, makeClients, type Clients } from '@bbws/local-aws/clients';
import { queueConsumers, readFunctionsFile } from '@bbws/local-aws/functions-file';
import { queueNames, resourceNames } from '@bbws/local-aws/resources/names';
import { readTableFile } from '@bbws/local-aws/table-file';
import { bucketSuffix } from './environments.ts';
import { oneOf, UsageError } from './arguments.ts';
import { findQueues, type FoundQueue } from './find-queues.ts';
import { readRunningService, type RunningService } from './running-service.ts';

const environments = ['dev', 'sit', 'prod', 'local'] as const;

export type Stack = {
  /** `dev`, `sit`, `prod` or `local`. */
  readonly environment: string;
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  /** How much faster than real time the queues' clock runs; 1 on AWS. */
  readonly timeScale: number;
  readonly table: Table;
  readonly sqs: SQSClient;
  readonly sns: SNSClient;
  readonly s3: S3Client;
  /** By the name of the function that reads the queue. */
  readonly queues: Readonly<Record<string, FoundQueue>>;
  readonly ordersBucket: string;
  /** Where the mails' templates lie. */
  readonly templatesBucket: string;
  readonly topicArn: string;
  /** Ends the clients' kept-alive connections. */
  readonly close: () => void;
};

export type ConnectOptions = {
  /** As in `--env`; may be missing while `pnpm start` runs. */
  readonly environment?: string | undefined;
  /** Without it AWS_REGION, or the profile's. */
  readonly region?: string | undefined;
};

export type ConnectDeps = {
  /** Gives the service of `pnpm start` while it runs. */
  readonly readRunning: () => RunningService | undefined;
  readonly say: (line: string) => void;
};

/** What help texts say of `--env`. */
export const environmentHelp =
  '--env E          dev, sit, prod or local; may be left out while `pnpm start` runs';

/**
 * Finds the resources, and says on stderr where they are.
 * @throws UsageError when the environment is missing, unknown or not running; Error saying what to do when it cannot be reached
 */
export const connect = async (
  { environment, region: wanted }: ConnectOptions,
  { readRunning, say }: ConnectDeps = { readRunning: readRunningService, say: console.error },
): Promise<Stack> => {
  const { clients, suffix, timeScale, where } = chooseClients(environment, wanted, readRunning);
  try {
    const names = resourceNames(readTableFile(), suffix);
    const region = await regionOf(clients);
    const consumers = queueConsumers(readFunctionsFile()).map((consumer) => ({
      functionName: consumer.name,
      ...queueNames(consumer, suffix),
    }));
    const { account, queues, missing } = await findQueues(clients.sqs, consumers, region);
    say(`Environment ${suffix}: ${where ?? `account ${account}`}, region ${region}`);
    if (missing.length > 0)
      say(
        `Not deployed, and passed over: ${missing.map(({ functionName }) => functionName).join(', ')}. Is this the commit that runs there?`,
      );
    return {
      environment: where === undefined ? suffix : 'local',
      region,
      account,
      timeScale,
      table: tableOf(clients.dynamodb, names.table),
      sqs: clients.sqs,
      sns: clients.sns,
      s3: clients.s3,
      queues,
      ordersBucket: `${names.ordersBucket}${bucketSuffix(suffix, region)}`,
      templatesBucket: `${names.templatesBucket}${bucketSuffix(suffix, region)}`,
      topicArn: `arn:aws:sns:${region}:${account}:${names.topic}`,
      close: () => destroyClients(clients),
    };
  } catch (error) {
    destroyClients(clients);
    throw error;
  }
};

/**
 * Asks for `--yes` before anything is changed in prod. Never asks on the terminal: a command must do the same in a script.
 * @throws UsageError when it is missing
 */
export const confirmChange = (
  { environment, account }: Pick<Stack, 'environment' | 'account'>,
  yes: boolean,
): void => {
  if (environment !== 'prod' || yes) return;
  throw new UsageError(
    `This changes production (account ${account}). Add --yes when that is what you want.`,
  );
};

type Chosen = {
  readonly clients: Clients;
  readonly suffix: string;
  readonly timeScale: number;
  /** What to call a place that is no account of AWS. */
  readonly where?: string;
};

const chooseClients = (
  environment: string | undefined,
  region: string | undefined,
  readRunning: ConnectDeps['readRunning'],
): Chosen => {
  const isLocal = (environment ?? 'local') === 'local';
  // What somebody sets by hand counts before what is found.
  const isNamed = Object.keys(process.env).some((name) => name.startsWith('AWS_ENDPOINT_URL'));
  const running = isLocal && !isNamed ? readRunning() : undefined;
  if (running) {
    const { environment: suffix, timeScale, apiUrl } = running;
    const clients = makeClients(running.endpoints);
    return { clients, suffix, timeScale, where: `the service of pnpm start (${apiUrl})` };
  }
  if (environment === undefined)
    throw new UsageError('Name the environment: --env dev, sit or prod (or run `pnpm start`).');
  const suffix = oneOf('env', environment, environments);
  if (isLocal && !isNamed)
    throw new UsageError(
      'No local AWS runs. Start one with `pnpm start`, or name one in AWS_ENDPOINT_URL.',
    );
  return {
    clients: defaultClients(region),
    suffix,
    timeScale: 1,
    ...(isLocal && { where: 'the AWS of AWS_ENDPOINT_URL' }),
  };
};

/** Clients as the SDK makes them by itself. Some attempts more than a function makes: nobody waits behind an operator. */
const defaultClients = (wanted: string | undefined): Clients => {
  // The other AWS tools know the older name as well.
  const region = wanted ?? process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'];
  const settings = { maxAttempts: 5, ...(region !== undefined && { region }) };
  return {
    dynamodb: new DynamoDBClient(settings),
    sns: new SNSClient(settings),
    // With an endpoint from the environment the SDK would still call the host that a queue's address names.
    sqs: new SQSClient({ ...settings, useQueueUrlAsEndpoint: false }),
    s3: new S3Client(settings),
  };
};

const regionOf = async ({ sqs }: Clients): Promise<string> => {
  try {
    return await sqs.config.region();
  } catch {
    throw new UsageError(
      'No AWS region is set: AWS_REGION, or a profile that has one (dev and sit: eu-west-1, prod: af-south-1).',
    );
  }
};
