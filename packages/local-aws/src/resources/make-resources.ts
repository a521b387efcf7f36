/** Makes everything the service finds ready in AWS: table, topic, queues, subscriptions, buckets. */
import type { Clients } from '../clients.ts';
import { queueConsumers, type FunctionsFile } from '../functions-file.ts';
import type { TableFile } from '../table-file.ts';
import { makeBuckets } from './make-buckets.ts';
import { makeQueues, type QueuePair } from './make-queues.ts';
import { makeTable } from './make-table.ts';
import { makeTopic, subscribe } from './make-topic.ts';
import { resourceNames } from './names.ts';

export type Resources = {
  /** Suffix of every name. */
  readonly environment: string;
  readonly tableName: string;
  readonly topicArn: string;
  readonly templatesBucket: string;
  readonly ordersBucket: string;
  /** By the name of the function that reads the queue. */
  readonly queues: Readonly<Record<string, QueuePair>>;
};

/** What is made, from which files, under which suffix, and what the backend can do. */
export type Plan = {
  readonly functions: FunctionsFile;
  readonly table: TableFile;
  readonly environment: string;
  readonly timeToLive: boolean;
  readonly versioning: boolean;
};

const makeMessaging = async ({ sns, sqs }: Clients, plan: Plan) => {
  const { functions, table, environment } = plan;
  const topicMade = makeTopic(sns, resourceNames(table, environment).topic);
  const queues = await Promise.all(
    queueConsumers(functions).map(async (consumer) => {
      const queue = await makeQueues(sqs, consumer, functions.queues, environment);
      await subscribe(sns, await topicMade, consumer, queue);
      return [consumer.name, queue] as const;
    }),
  );
  return { topicArn: await topicMade, queues: Object.fromEntries(queues) };
};

export const makeResources = async (clients: Clients, plan: Plan): Promise<Resources> => {
  const { environment } = plan;
  const {
    table: tableName,
    templatesBucket,
    ordersBucket,
  } = resourceNames(plan.table, environment);
  const [messaging] = await Promise.all([
    makeMessaging(clients, plan),
    makeTable(clients.dynamodb, plan.table, tableName, plan.timeToLive),
    makeBuckets(clients.s3, [templatesBucket, ordersBucket], plan.versioning),
  ]);
  return { environment, tableName, templatesBucket, ordersBucket, ...messaging };
};
