/** A consumer: reads the order of each message and notes it in the log, until it has work of its own. */
import type { FunctionRequest } from '../function-request.ts';
import { indexFile, type MadeFile } from './common.ts';

export const queueDescription = (events: readonly string[]): string =>
  `${events.join(', ')}: notes the order in the log`;

const readme = (name: string, events: readonly string[]) => `# ${name}

${events.map((event) => `\`${event}\``).join(', ')}: notes the order in the log.

1. Reads the order. Missing: retry.
2. Notes it in the log.

## Surprises

- A message comes at least once, late and in any order: an effect is keyed by the order (\`@bbws/lambda/once\`), never by the message.
- What the processor throws is tried again; \`PermanentFailure\` puts the message into the dead-letter queue at once.
- The simulator leaves it out until \`packages/simulator/src/world/functions.ts\` joins it.
`;

const handler = (name: string) => `/** Handler of the ${name} queue. */
import { sqsHandler, type SqsDeps } from '@bbws/lambda/sqs';
import { processOrder, type ProcessOrderDeps } from './process-order.ts';

export type Deps = SqsDeps & ProcessOrderDeps;

export const makeHandler = (deps: Deps) => sqsHandler(deps, processOrder(deps));
`;

const work = (
  events: readonly string[],
) => `/** ${events.join(', ')}: notes the order in the log. Knows nothing of SQS. */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { Processor } from '@bbws/lambda/sqs';

export type ProcessOrderDeps = {
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
};

/** Returns when the order is noted; throws to retry. */
export const processOrder =
  ({ readOrder }: ProcessOrderDeps): Processor =>
  async ({ event, log }) => {
    const stored = await readOrder(event.tenantId, event.orderId);
    if (!stored) throw new Error('The order of this message is not there');
    log.info('Order noted', { orderNumber: stored.order.orderNumber });
  };
`;

const assemble = `/** Joins configuration, clients and handler. Knows nothing of the process that it runs in. */
import type { SQSClient } from '@aws-sdk/client-sqs';
import { readOrder } from '@bbws/dynamo/read-order';
import type { Table } from '@bbws/dynamo/table';
import type { Env } from '@bbws/lambda/env';
import { makeQueue } from '@bbws/lambda/queue';
import type { Runtime } from '@bbws/lambda/start-function';
import functionsFile from '../../functions.json' with { type: 'json' };
import { makeHandler, type Deps } from './handler.ts';

/** The variables that this function reads beside \`ENVIRONMENT\` and \`LOG_LEVEL\`. */
export const variables = ['DEAD_LETTER_QUEUE_URL', 'DYNAMODB_TABLE_NAME', 'QUEUE_URL'] as const;

export type Parts = {
  readonly env: Env<typeof variables>;
  readonly runtime: Runtime;
  readonly table: Table;
  readonly sqs: SQSClient;
};

/** What the handler needs, as it runs on AWS. */
export const depsOf = ({ env, runtime, table, sqs }: Parts): Deps => ({
  ...runtime,
  readOrder: readOrder(table),
  maxReceiveCount: functionsFile.queues.maxReceiveCount,
  queue: makeQueue(sqs, env.QUEUE_URL, env.DEAD_LETTER_QUEUE_URL),
});

export const assemble = (parts: Parts) => makeHandler(depsOf(parts));
`;

const handlerTest = (
  name: string,
  event: string,
) => `import { describe, expect, test } from '@jest/globals';
import { aRecordedOrder, anEvent } from '@bbws/domain/testing/builders';
import { sqsDeps } from '@bbws/lambda/testing/sqs-deps';
import { aContext, sqsEventOf } from '@bbws/lambda/testing/sqs-event';
import { makeHandler, type Deps } from './handler.ts';

/** Hands the fact of an order over. */
const receive = async (readOrder: Deps['readOrder']) => {
  const { deps, lines, delays } = sqsDeps();
  const message = sqsEventOf(anEvent('${event}'));
  const response = await makeHandler({ ...deps, readOrder })(message, aContext);
  return { response, lines, delays };
};

describe('${name}', () => {
  test('notes the order of a message', async () => {
    const order = aRecordedOrder();

    const { response, lines } = await receive(async () => ({ order, outbox: [] }));

    expect(response).toEqual({ batchItemFailures: [] });
    expect(lines).toMatchObject([{ message: 'Order noted', orderNumber: order.orderNumber }]);
  });

  test('asks for the order of the message', async () => {
    const asked: string[] = [];

    await receive(async (tenantId, id) => {
      asked.push(tenantId, id);
      return { order: aRecordedOrder(), outbox: [] };
    });

    const { tenantId, orderId } = anEvent('${event}');
    expect(asked).toEqual([tenantId, orderId]);
  });

  test('tries again when the order is not there', async () => {
    const { response, delays } = await receive(async () => undefined);

    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
    expect(delays).toHaveLength(1);
  });
});
`;

export const queueFiles = (request: FunctionRequest, events: readonly string[]): MadeFile[] => {
  const { name } = request;
  const folder = `functions/${name}`;
  return [
    [`${folder}/README.md`, readme(name, events)],
    [`${folder}/src/handler.ts`, handler(name)],
    [`${folder}/src/handler.test.ts`, handlerTest(name, events[0] ?? '')],
    [`${folder}/src/process-order.ts`, work(events)],
    [`${folder}/src/assemble.ts`, assemble],
    indexFile(
      request,
      ["import { SQSClient } from '@aws-sdk/client-sqs';"],
      ['sqs: new SQSClient(queueClientSettings),'],
    ),
  ];
};
